package io.orderweave.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.ConnectionId;
import io.orderweave.effect.Attempt.Outcome;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.store.Stores;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each connection gets at most its number of calls at once. */
class SlotsTest {

    private static final Optional<String> BANK = Optional.of("bank");

    private final Slots slots = new Slots(connection -> 2);

    @Test
    void noMoreAreTakenThanThereAre() {
        assertThat(slots.none().take(BANK)).isTrue();
        assertThat(slots.none().take(BANK)).isTrue();
        assertThat(slots.none().take(BANK)).isFalse();
        assertThat(slots.none().take(Optional.of("post"))).isTrue();
        assertThat(slots.none().take(Optional.empty())).isTrue();
    }

    @Test
    void whatIsGivenBackIsFreeOnceMore() {
        Slots.Slot slot = slots.none();
        slot.take(BANK);
        slots.none().take(BANK);
        assertThat(slots.full()).containsExactly("bank");

        slot.giveBack();
        slot.giveBack();

        assertThat(slots.full()).isEmpty();
        assertThat(slots.none().take(BANK)).isTrue();
        assertThat(slots.none().take(BANK)).isFalse();
    }

    @Test
    void takingAnotherGivesBackTheOneHeld() {
        Slots.Slot slot = slots.none();

        for (int i = 0; i < 5; i++) {
            assertThat(slot.take(BANK)).isTrue();
        }

        assertThat(slots.full()).isEmpty();
    }

    @Test
    void aConnectionThatFillsUpBetweenTheLookAndTheClaimGetsNoFurtherCall() {
        LedgerFixture it = new LedgerFixture(SlotsTest::unawareOfWhatIsFull);
        it.callsAtOnce(1);
        EffectKey first = it.planRemote("1");
        it.clock.advance(Duration.ofSeconds(1));
        EffectKey second = it.planRemote("2");
        it.remote.answers.add(() -> {
            // On a second worker's thread: the connection is full.
            it.effects.runDue();
            assertThat(it.state(second)).isEqualTo(EffectState.PLANNED);
            return ScriptedRemote.done("R");
        });

        it.run();

        assertThat(List.of(first, second)).extracting(it::state).containsOnly(EffectState.DONE);
        assertThat(it.outcomes(first)).containsExactly(Outcome.DONE);
    }

    /** Stores in which the connection of every effect seems to have room, as it had when the look began. */
    private static Stores unawareOfWhatIsFull(Stores stores) {
        return new StoresAround(stores) {
            @Override
            protected void afterClaim() {}

            @Override
            protected Set<String> except(Set<String> full) {
                return Set.of();
            }
        };
    }

    @Test
    void aConnectionThatIsNoLongerConfiguredEndsNoRun() {
        LedgerFixture it = new LedgerFixture();
        EffectKey gone = it.plan(LedgerFixture.wish(EffectKind.SHIPMENT, "1")
                .connection(new ConnectionId("gone"))
                .build());
        EffectKey other = it.planRemote("2");

        it.run();

        assertThat(it.effect(gone).reason()).contains("connection gone is OFF");
        assertThat(it.state(other)).isEqualTo(EffectState.DONE);
    }
}
