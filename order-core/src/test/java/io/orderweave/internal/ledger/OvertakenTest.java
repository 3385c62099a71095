package io.orderweave.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.connection.OutsideFault;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.Effects.RunReport;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.error.StaleVersionException;
import io.orderweave.store.StoredEffect;
import io.orderweave.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Somebody else is faster: what they settled stays as they settled it. */
class OvertakenTest {

    private Runnable meanwhile = () -> {};

    private final LedgerFixture it = new LedgerFixture(this::interrupted);

    /** Stores that let somebody else act between a claim and what it was made for. */
    private Stores interrupted(Stores stores) {
        return new StoresAround(stores) {
            @Override
            protected void afterClaim() {
                Runnable act = meanwhile;
                meanwhile = () -> {};
                act.run();
            }
        };
    }

    @Test
    void anEffectReadAsAnotherVersionIsNotSaved() {
        LedgerEntry entry = it.ledger.get(it.planRemote("1"));

        assertThatThrownBy(() -> it.ledger.save(entry.effect(), entry.version() + 1))
                .isInstanceOf(StaleVersionException.class);
        assertThat(it.ledger.get(entry.effect().key())).isEqualTo(entry);
    }

    @Test
    void anEffectReadAsAnotherVersionIsNotPutOff() {
        EffectKey key = it.planRemote("1");
        StoredEffect stored = it.stores.effects().get(key.toString()).orElseThrow();
        it.changes.run(scope -> it.ledger.putOff(stored, Instant.EPOCH));

        assertThatThrownBy(() -> it.ledger.putOff(stored, it.clock.instant()))
                .isInstanceOf(StaleVersionException.class);
        assertThat(it.effect(key).due()).contains(it.clock.instant());
    }

    @Test
    void wakingAConnectionCutsNoPauseShort() {
        it.remote.fail(OutsideFault.of(FaultCategory.RATE_LIMITED, OutsideFault.Reached.NO, "slow down")
                .retryAfter(Optional.of(Duration.ofHours(1)))
                .build());
        it.planRemote("1");
        it.run();

        it.changes.run(scope -> it.ledger.wake(LedgerFixture.AWAY));
        it.run();
        assertThat(it.remote.calls).hasSize(1);
        it.runAfter(Duration.ofMinutes(75));

        assertThat(it.remote.calls).hasSize(2);
    }

    @Test
    void anOrdinaryAnswerResolvesNoDoubt() {
        it.planRemote("1");

        it.run();

        assertThat(it.events()).noneMatch(EffectEvent.EffectResolved.class::isInstance);
    }

    @Test
    void nothingBeginsAfterClosing() {
        EffectKey key = it.planRemote("1");
        Task task = new Task.Send(it.ledger.get(key), it.remote);
        InFlight inFlight = new InFlight();

        inFlight.close();

        assertThat(inFlight.begin(task)).isFalse();
    }

    @Test
    void aCallIsWaitedForThoughALaterOneOfItsEffectHasEnded() throws Exception {
        LedgerEntry entry = it.ledger.get(it.planRemote("1"));
        Task first = new Task.Send(entry, it.remote);
        Task second = new Task.LookUp(it.ledger.save(entry.effect(), entry.version()), it.remote);
        InFlight inFlight = new InFlight();
        inFlight.begin(first);
        inFlight.begin(second);

        inFlight.ended(second);

        assertThat(inFlight.awaitEnd(0)).containsExactly(first);
    }

    @Test
    void whatWasCancelledAfterAFaultyLookIsNotLookedAtAgain() {
        EffectKey key = it.planRemote("1");
        it.remote.prepare = context -> {
            throw new OrderweaveException(FaultCategory.NOT_FOUND, "no shipment 7");
        };
        meanwhile = () -> it.effects.cancel(key, "no longer", LedgerFixture.ANNA);

        assertThat(it.run()).isEqualTo(RunReport.NOTHING);

        assertThat(it.state(key)).isEqualTo(EffectState.CANCELLED);
        assertThat(it.effect(key).reason()).contains("no longer");
    }
}
