package io.orderweave.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.OutsideFault;
import io.orderweave.effect.Attempt.Outcome;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.Effects.RunReport;
import io.orderweave.effect.Readiness;
import io.orderweave.effect.RemoteEffectHandler.RemoteAnswer;
import io.orderweave.effect.RemoteEffectHandler.RemoteCall;
import io.orderweave.effect.Resolution;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.testing.FakeChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A remote effect is claimed, called with no transaction open, its answer stored, then folded. */
class RemoteCallTest {

    private final LedgerFixture it = new LedgerFixture();

    private static OutsideFault busy(Optional<Duration> retryAfter) {
        return OutsideFault.of(FaultCategory.TRANSIENT, OutsideFault.Reached.NO, "busy")
                .retryAfter(retryAfter)
                .remoteRequestId(Optional.of("req-9"))
                .build();
    }

    @Test
    void callsWithNoTransactionOpenAndTheEffectClaimed() {
        EffectKey key = it.planRemote("1");
        it.remote.answers.add(() -> {
            assertThat(it.stores.transactor().active()).isFalse();
            Effect claimed = it.effect(key);
            assertThat(claimed.state()).isEqualTo(EffectState.CLAIMED);
            assertThat(claimed.callDeadline()).contains(it.clock.instant().plus(ScriptedRemote.DEADLINE));
            assertThat(claimed.due().orElseThrow())
                    .isAfter(claimed.callDeadline().orElseThrow());
            return ScriptedRemote.done("R1");
        });

        assertThat(it.run()).isEqualTo(new RunReport(1, 0, 0, 0, 0, 0));

        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
        assertThat(it.effect(key).reference()).contains("R1");
        assertThat(it.effect(key).due()).isEmpty();
        assertThat(it.outcomes(key)).containsExactly(Outcome.DONE);
        assertThat(it.order().tags()).contains("folded-1");
    }

    @Test
    void theDeadlineOfEachCallBeginsWithTheCallNotWithTheOnesBeforeIt() {
        for (int i = 0; i < 5; i++) {
            EffectKey key = it.planRemote("n" + i);
            it.remote.answers.add(() -> {
                assertThat(it.effect(key).callDeadline())
                        .contains(it.clock.instant().plus(ScriptedRemote.DEADLINE));
                it.clock.advance(ScriptedRemote.DEADLINE);
                return ScriptedRemote.done("R");
            });
        }

        assertThat(it.run().done()).isEqualTo(5);
    }

    @Test
    void theIdempotencyKeyIsTheKeyAndTheArming() {
        it.remote.answer(new RemoteAnswer.Rejected("no such street"));
        EffectKey key = it.planRemote("1");
        it.run();
        it.effects.rearm(key, LedgerFixture.ANNA);

        it.run();

        assertThat(it.remote.calls)
                .extracting(RemoteCall::idempotencyKey)
                .containsExactly("order/o1/shipment/1#1", "order/o1/shipment/1#2");
        assertThat(it.remote.calls.get(0)).hasToString("RemoteCall[order/o1/shipment/1#1]");
    }

    @Test
    void aRefusalIsRejectedWithItsReason() {
        it.remote.answer(new RemoteAnswer.Rejected("no such street"));
        EffectKey key = it.planRemote("1");

        assertThat(it.run()).isEqualTo(new RunReport(0, 0, 1, 0, 0, 0));

        assertThat(it.state(key)).isEqualTo(EffectState.REJECTED);
        assertThat(it.effect(key).reason()).contains("no such street");
        assertThat(it.effect(key).due()).isEmpty();
        assertThat(it.events()).contains(new EffectEvent.EffectRejected(key, "no such street"));
        assertThat(it.outcomes(key)).containsExactly(Outcome.REJECTED);
    }

    @Test
    void aFaultThatRejectsIsARefusal() {
        it.remote.fail(FakeChannel.refused(FaultCategory.REJECTED));
        EffectKey key = it.planRemote("1");

        it.run();

        assertThat(it.state(key)).isEqualTo(EffectState.REJECTED);
        assertThat(it.effect(key).reason()).contains("REJECTED: refused");
    }

    @Test
    void aTransientRefusalGoesBackToPlannedWithAGrowingPause() {
        EffectKey key = it.planRemote("1");
        Duration last = Duration.ZERO;
        for (int i = 0; i < 4; i++) {
            it.remote.fail(busy(Optional.empty()));
            Instant before = it.clock.instant();
            assertThat(it.run()).isEqualTo(new RunReport(0, 0, 0, 0, 1, 0));
            assertThat(it.state(key)).isEqualTo(EffectState.PLANNED);
            Duration pause = Duration.between(before, it.effect(key).due().orElseThrow());
            assertThat(pause).isGreaterThan(last);
            last = pause;
            assertThat(it.run()).isEqualTo(RunReport.NOTHING);
            it.clock.advance(pause);
        }

        it.run();

        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
        assertThat(it.remote.calls)
                .hasSize(5)
                .extracting(RemoteCall::idempotencyKey)
                .containsOnly(key + "#1");
        assertThat(it.effect(key).attempts().get(0).remoteRequestId()).contains("req-9");
    }

    @Test
    void retryAfterIsHonouredWhereItIsLongerThanThePause() {
        it.remote.fail(busy(Optional.of(Duration.ofMinutes(5))));
        EffectKey key = it.planRemote("1");
        it.run();
        assertThat(it.effect(key).due())
                .hasValueSatisfying(due -> assertThat(due)
                        .isBetween(
                                it.clock.instant().plusSeconds(300),
                                it.clock.instant().plusSeconds(375)));

        it.remote.fail(busy(Optional.of(Duration.ofMillis(1))));
        it.runAfter(Duration.ofSeconds(375));
        assertThat(it.effect(key).due())
                .hasValueSatisfying(due -> assertThat(due)
                        .isBetween(
                                it.clock.instant().plusSeconds(4),
                                it.clock.instant().plusSeconds(5)));
    }

    @Test
    void nothingThatHappensToTheOrderCutsAPauseShort() {
        it.remote.fail(busy(Optional.of(Duration.ofMinutes(5))));
        EffectKey key = it.planRemote("1");
        it.run();

        it.planLocal("1");
        it.run();

        assertThat(it.local.performed).isEqualTo(1);
        assertThat(it.remote.calls).hasSize(1);
        assertThat(it.effect(key).due())
                .hasValueSatisfying(
                        due -> assertThat(due).isAfter(it.clock.instant().plusSeconds(299)));
        it.runAfter(Duration.ofSeconds(375));
        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
    }

    @Test
    void anAcceptedOneIsAskedAfterByItsHandleAndNeverSentAgain() {
        it.remote.answer(new RemoteAnswer.Accepted("h1", Duration.ofSeconds(10), Duration.ofHours(1)));
        EffectKey key = it.planRemote("1");
        Instant until = it.clock.instant().plus(Duration.ofHours(1));

        assertThat(it.run()).isEqualTo(new RunReport(0, 1, 0, 0, 0, 0));
        assertThat(it.state(key)).isEqualTo(EffectState.ACCEPTED);
        assertThat(it.effect(key).handle()).contains("h1");
        assertThat(it.run()).isEqualTo(RunReport.NOTHING);
        it.remote.answerResume(new RemoteAnswer.Accepted("h2", Duration.ofSeconds(10), Duration.ofHours(9)));
        it.runAfter(Duration.ofSeconds(10));
        assertThat(it.effect(key).handle()).contains("h2");
        assertThat(it.effect(key).acceptedUntil()).contains(until);
        it.runAfter(Duration.ofSeconds(10));

        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
        assertThat(it.effect(key).handle()).isEmpty();
        assertThat(it.remote.resumed).containsExactly("h1", "h2");
        assertThat(it.remote.calls).hasSize(1);
        assertThat(it.outcomes(key)).containsExactly(Outcome.ACCEPTED, Outcome.ACCEPTED, Outcome.DONE);
    }

    @Test
    void askingAfterAnAcceptedOneMayFailAnyWayWithoutHarm() {
        it.remote.answer(new RemoteAnswer.Accepted("h1", Duration.ZERO, Duration.ofHours(1)));
        it.remote.failResume(FakeChannel.lost());
        it.remote.failResume(FakeChannel.refused(FaultCategory.REJECTED));
        it.remote.failResume(new IllegalStateException("unforeseen"));
        EffectKey key = it.planRemote("1");

        it.run();
        for (int i = 0; i < 3; i++) {
            assertThat(it.state(key)).isEqualTo(EffectState.ACCEPTED);
            it.runAfter(Duration.ofMinutes(1));
        }

        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
        assertThat(it.remote.resumed).hasSize(4);
        assertThat(it.remote.calls).hasSize(1);
    }

    @Test
    void anAcceptedOneMayBeRefusedInTheEnd() {
        it.remote.answer(new RemoteAnswer.Accepted("h1", Duration.ZERO, Duration.ofHours(1)));
        it.remote.answerResume(new RemoteAnswer.Rejected("bad address"));
        EffectKey key = it.planRemote("1");

        it.run();

        assertThat(it.state(key)).isEqualTo(EffectState.REJECTED);
        assertThat(it.effect(key).handle()).isEmpty();
    }

    @Test
    void aFoldThatThrowsIsRepeatedFromTheStoredAnswerWithoutAnotherCall() {
        it.remote.foldFaults.add(new IllegalArgumentException("not with the answer"));
        it.remote.foldFaults.add(new IllegalStateException("Jan Przykładowy"));
        it.remote.foldFaults.add(new OrderweaveException(FaultCategory.INTERNAL, "no room"));
        EffectKey key = it.planRemote("1");

        assertThat(it.run()).isEqualTo(new RunReport(0, 0, 0, 0, 1, 0));
        assertThat(it.state(key)).isEqualTo(EffectState.CLAIMED);
        assertThat(it.order().tags()).as("the failed fold left nothing").isEmpty();
        assertThat(it.effect(key).attempts().get(1).detail()).isEqualTo("java.lang.IllegalStateException");
        it.runAfter(Duration.ofMinutes(1));
        assertThat(it.effect(key).attempts().get(2).detail()).isEqualTo("INTERNAL: no room");
        it.runAfter(Duration.ofMinutes(1));

        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
        assertThat(it.effect(key).reference()).contains("R1");
        assertThat(it.outcomes(key)).containsExactly(Outcome.DONE, Outcome.FOLD_FAILED, Outcome.FOLD_FAILED);
        assertThat(it.remote.calls).hasSize(1);
        assertThat(it.remote.folded).hasSize(1);
    }

    @Test
    void aListenerThatRefusesTheFoldDoesNotRepeatTheCall() {
        EffectKey key = it.planRemote("1");
        it.listeners.add(change -> {
            if (change.events().stream().anyMatch(EffectEvent.EffectDone.class::isInstance)) {
                throw new IllegalArgumentException("the host cannot");
            }
        });
        it.run();
        assertThat(it.state(key)).isEqualTo(EffectState.CLAIMED);
        it.listeners.clear();

        it.runAfter(Duration.ofMinutes(1));

        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
        assertThat(it.remote.calls).hasSize(1);
    }

    @Test
    void whatIsNotWantedAnyMoreIsCancelledWithTheReason() {
        it.remote.prepare = context -> new Readiness.NotWanted("order is cancelled");
        EffectKey key = it.planRemote("1");

        assertThat(it.run()).isEqualTo(new RunReport(0, 0, 0, 0, 0, 1));

        assertThat(it.state(key)).isEqualTo(EffectState.CANCELLED);
        assertThat(it.effect(key).reason()).contains("order is cancelled");
        assertThat(it.effect(key).cancelledByPerson()).isFalse();
        assertThat(it.events()).contains(new EffectEvent.EffectCancelled(key, "order is cancelled"));
        assertThat(it.remote.calls).isEmpty();
    }

    @Test
    void whatCannotBeDoneAsThingsAreIsRejected() {
        it.remote.prepare = context -> new Readiness.Impossible("no address");
        EffectKey key = it.planRemote("1");

        it.run();

        assertThat(it.state(key)).isEqualTo(EffectState.REJECTED);
        assertThat(it.effect(key).reason()).contains("no address");
    }

    @Test
    void whatIsNotReadyStaysPlannedAndIsLookedAtAgain() {
        it.remote.prepare = context -> new Readiness.NotYet("no PDF yet", Duration.ofSeconds(20));
        EffectKey key = it.planRemote("1");

        assertThat(it.run()).isEqualTo(new RunReport(0, 0, 0, 0, 1, 0));

        assertThat(it.state(key)).isEqualTo(EffectState.PLANNED);
        assertThat(it.effect(key).reason()).contains("no PDF yet");
        assertThat(it.effect(key).due()).contains(it.clock.instant().plusSeconds(20));
    }

    @Test
    void whatWaitsForTheOrderIsWokenByWhatIsDone() {
        it.remote.prepare = context -> it.local.performed > 0
                ? new Readiness.Ready(io.orderweave.internal.json.Json.object().put("prepared", 1))
                : new Readiness.NotYet("no invoice yet", Duration.ofDays(1));
        EffectKey key = it.planRemote("1");
        it.run();
        it.planLocal("1");

        it.run();

        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
    }

    @Test
    void aKeyedRequestGivenBackUnsentStaysAsItWasFirstSent() {
        it.remote.resolution = Resolution.KEY;
        it.remote.fail(FakeChannel.lost());
        EffectKey key = it.planRemote("1");
        it.run();
        Effect again = EffectSteps.plannedAgain(it.effect(key), "sent again after doubt", it.clock.instant());
        Effect claimed =
                EffectSteps.claimed(again, again.request().orElseThrow(), it.clock.instant(), ScriptedRemote.DEADLINE);

        assertThat(EffectSteps.givenBack(claimed, it.clock.instant()).request()).isEqualTo(again.request());
    }
}
