package io.orderweave.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.connection.ConnectionId;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.Pause;
import io.orderweave.effect.RemoteEffectHandler.RemoteAnswer;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Event;
import io.orderweave.event.Subject;
import io.orderweave.internal.journal.JournalReader;
import io.orderweave.testing.FakeChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PausesTest {

    private final LedgerFixture it = new LedgerFixture();

    @Test
    void nothingIsSentToAPausedConnectionUntilItIsResumed() {
        it.effects.pause(LedgerFixture.AWAY, "strike", LedgerFixture.ANNA);
        EffectKey remote = it.planRemote("1");
        EffectKey local = it.planLocal("1");

        it.run();
        it.runAfter(Duration.ofDays(1));

        assertThat(it.remote.calls).isEmpty();
        assertThat(it.state(local)).isEqualTo(EffectState.DONE);
        assertThat(it.effect(remote).reason()).contains("connection away is paused by operator:anna: strike");
        it.effects.resume(LedgerFixture.AWAY, LedgerFixture.ANNA);
        it.run();
        assertThat(it.state(remote)).isEqualTo(EffectState.DONE);
    }

    @Test
    void aPausedKindWaitsAndOthersGoOn() {
        it.effects.pause(EffectKind.INVOICE, "the accountant looks", LedgerFixture.ANNA);
        EffectKey remote = it.planRemote("1");
        EffectKey local = it.planLocal("1");

        it.run();

        assertThat(it.state(remote)).isEqualTo(EffectState.DONE);
        assertThat(it.effect(local).reason()).contains("kind invoice is paused by operator:anna: the accountant looks");
        it.effects.resume(EffectKind.INVOICE, LedgerFixture.ANNA);
        it.run();
        assertThat(it.state(local)).isEqualTo(EffectState.DONE);
    }

    @Test
    void neitherPollsNorLookupsReachAPausedConnection() {
        it.remote.answer(new RemoteAnswer.Accepted("h1", Duration.ofMinutes(1), Duration.ofHours(9)));
        EffectKey accepted = it.planRemote("1");
        it.run();
        it.remote.fail(FakeChannel.lost());
        EffectKey doubtful = it.planRemote("2");
        it.run();
        it.effects.pause(LedgerFixture.AWAY, "strike", LedgerFixture.ANNA);

        it.runAfter(Duration.ofHours(1));

        assertThat(it.remote.resumed).isEmpty();
        assertThat(it.remote.lookedUp).isEmpty();
        assertThat(it.state(accepted)).isEqualTo(EffectState.ACCEPTED);
        assertThat(it.state(doubtful)).isEqualTo(EffectState.IN_DOUBT);
    }

    @Test
    void anotherNodeKeepsThePauseToo() {
        it.effects.pause(LedgerFixture.AWAY, "strike", LedgerFixture.ANNA);
        it.planRemote("1");

        new EffectRunner(
                        it.changes,
                        it.ledger,
                        it.handlers,
                        it.health,
                        new EffectRunner.Terms("node-2", LedgerFixture.ALERT))
                .runDue(Runnable::run, 1);

        assertThat(it.remote.calls).isEmpty();
    }

    @Test
    void pausesAndTheirEndsAreEnteredOnce() {
        it.effects.pause(LedgerFixture.AWAY, "strike", LedgerFixture.ANNA);
        it.effects.pause(LedgerFixture.AWAY, "strike again", LedgerFixture.ANNA);
        Pause pause = it.effects.pauses().get(0);
        it.effects.resume(LedgerFixture.AWAY, LedgerFixture.ANNA);
        it.effects.resume(LedgerFixture.AWAY, LedgerFixture.ANNA);

        assertThat(it.effects.pauses()).isEmpty();
        assertThat(pause.reason()).isEqualTo("strike");
        assertThat(entered())
                .containsExactly(new EffectEvent.EffectsPaused(pause), new EffectEvent.EffectsResumed(pause));
    }

    private List<Event> entered() {
        return new JournalReader(it.stores.journal())
                .history(Subject.configuration("operations"), 1, 100).stream()
                        .flatMap(entry -> entry.event().stream())
                        .toList();
    }

    @Test
    void aConnectionAndAKindArePausedAndResumedApart() {
        it.effects.pause(LedgerFixture.AWAY, "strike", LedgerFixture.ANNA);
        it.effects.pause(EffectKind.SHIPMENT, "no boxes", LedgerFixture.ANNA);
        it.effects.resume(LedgerFixture.AWAY, LedgerFixture.ANNA);

        assertThat(it.effects.pauses()).extracting(Pause::what).containsExactly("kind shipment");
        EffectKey key = it.planRemote("1");
        it.run();
        assertThat(it.effect(key).reason()).contains("kind shipment is paused by operator:anna: no boxes");
    }

    @Test
    void resumingWakesNothingThatPausesForAnotherReason() {
        it.remote.fail(FakeChannel.refused(FaultCategory.RATE_LIMITED));
        EffectKey key = it.planRemote("1");
        it.run();
        it.effects.pause(LedgerFixture.AWAY, "strike", LedgerFixture.ANNA);
        it.effects.resume(LedgerFixture.AWAY, LedgerFixture.ANNA);

        it.run();

        assertThat(it.remote.calls).hasSize(1);
        assertThat(it.state(key)).isEqualTo(EffectState.PLANNED);
    }

    @Test
    void anUnknownConnectionCannotBePaused() {
        assertThatThrownBy(() -> it.effects.pause(new ConnectionId("nowhere"), "x", LedgerFixture.ANNA))
                .isInstanceOf(OrderweaveException.class)
                .hasMessageContaining("no connection nowhere");
    }

    @Test
    void aPauseIsOfOneThing() {
        assertThatThrownBy(() -> new Pause(
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        "x",
                        LedgerFixture.ANNA,
                        it.clock.instant()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void endingAPauseThatIsNoneWakesNothing() {
        EffectKey key = it.planRemote("1");
        it.health.stop(LedgerFixture.AWAY, "no token");
        it.run();
        Optional<Instant> look = it.effect(key).due();

        it.effects.resume(LedgerFixture.AWAY, LedgerFixture.ANNA);
        it.effects.resume(EffectKind.SHIPMENT, LedgerFixture.ANNA);

        assertThat(look).hasValueSatisfying(due -> assertThat(due).isAfter(it.clock.instant()));
        assertThat(it.effect(key).due()).isEqualTo(look);
    }

    @Test
    void aPausedKindHoldsUpNoOtherThatGoesToNoConnection() {
        it.effects.pause(EffectKind.SHIPMENT, "repair", LedgerFixture.ANNA);
        EffectKey local = it.planLocal("1");

        it.run();

        assertThat(it.effect(local).state()).isEqualTo(EffectState.DONE);
    }
}
