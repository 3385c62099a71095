package io.orderweave.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.Mode;
import io.orderweave.effect.EffectContext.Outcome;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.Effects.RunReport;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.effect.RemoteEffectHandler.RemoteAnswer;
import io.orderweave.effect.Resolution;
import io.orderweave.error.FaultCategory;
import io.orderweave.event.Subject;
import io.orderweave.id.OrderId;
import io.orderweave.internal.book.OrderChanges;
import io.orderweave.order.OrderEvent;
import io.orderweave.testing.FakeChannel;
import io.orderweave.testing.TestOrders;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What keeps a due effect from being done, and what becomes of it. */
class ObstaclesTest {

    private static final OrderId NEW = new OrderId("o2");

    private final LedgerFixture it = new LedgerFixture();

    private void hold() {
        it.change(
                LedgerFixture.ORDER,
                order -> OrderChanges.hold(
                        order, "check", "look first", Optional.empty(), LedgerFixture.ANNA, it.clock.instant()));
    }

    private void replace() {
        it.take(TestOrders.plain(NEW.value()).addReplace(LedgerFixture.ORDER).build());
        it.change(
                LedgerFixture.ORDER,
                order -> new Outcome(order.toBuilder().replacedBy(NEW).build(), List.of(new OrderEvent.Replaced(NEW))));
    }

    @Test
    void aHeldOrderBlocksWhatCannotBeUndoneAndItsReleaseLetsItGoOn() {
        hold();
        EffectKey remote = it.planRemote("1");
        EffectKey local = it.planLocal("1");

        assertThat(it.run()).isEqualTo(new RunReport(0, 0, 0, 0, 2, 0));
        assertThat(it.effect(remote).reason()).contains("held: [check]");
        assertThat(it.effect(local).reason()).contains("held: [check]");
        assertThat(it.run()).isEqualTo(RunReport.NOTHING);
        it.change(LedgerFixture.ORDER, order -> OrderChanges.release(order, "check"));
        it.run();

        assertThat(it.state(remote)).isEqualTo(EffectState.DONE);
        assertThat(it.state(local)).isEqualTo(EffectState.DONE);
        assertThat(it.effect(local).reason()).isEmpty();
    }

    @Test
    void nothingButItsReleaseLetsWhatAHoldBlocksBeLookedAtAgain() {
        hold();
        EffectKey key = it.planRemote("1");
        it.run();

        it.tag("vip");

        assertThat(it.run()).isEqualTo(RunReport.NOTHING);
        assertThat(it.effect(key).due()).contains(it.clock.instant().plus(Duration.ofMinutes(10)));
    }

    @Test
    void aHeldOrderDoesNotBlockWhatCanBeUndone() {
        it.remote.irreversible = false;
        it.local.irreversible = false;
        hold();
        EffectKey remote = it.planRemote("1");
        EffectKey local = it.planLocal("1");

        it.run();

        assertThat(it.state(remote)).isEqualTo(EffectState.DONE);
        assertThat(it.state(local)).isEqualTo(EffectState.DONE);
    }

    @Test
    void aBlockedEffectIsLookedAtAgainEvenIfNobodyWakesIt() {
        it.mode(Mode.OFF);
        EffectKey key = it.planRemote("1");
        it.run();
        assertThat(it.effect(key).reason()).contains("connection away is OFF");
        it.mode(Mode.LIVE);

        it.runAfter(Duration.ofMinutes(10));

        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
    }

    @Test
    void nothingIsSentToAConnectionThatIsOffOrOnlyObserves() {
        EffectKey key = it.planRemote("1");
        for (Mode mode : List.of(Mode.OFF, Mode.OBSERVE)) {
            it.mode(mode);

            it.runAfter(Duration.ofMinutes(10));

            assertThat(it.effect(key).reason()).contains("connection away is " + mode);
            assertThat(it.remote.calls).isEmpty();
        }
    }

    @Test
    void refusedCredentialsStopTheConnectionForEveryEffectUntilSomebodyActs() {
        it.remote.fail(FakeChannel.refused(FaultCategory.AUTHORISATION));
        EffectKey first = it.planRemote("1");
        EffectKey second = it.planRemote("2");

        it.run();
        it.runAfter(Duration.ofMinutes(10));

        assertThat(it.remote.calls).hasSize(1);
        assertThat(it.effect(first).reason()).contains("connection away is stopped: AUTHORISATION: refused");
        assertThat(it.effect(second).reason()).contains("connection away is stopped: AUTHORISATION: refused");
        it.health.resume(LedgerFixture.AWAY);
        it.runAfter(Duration.ofMinutes(10));
        assertThat(it.state(first)).isEqualTo(EffectState.DONE);
        assertThat(it.state(second)).isEqualTo(EffectState.DONE);
    }

    @Test
    void anAcceptedOneIsNotAskedAfterThroughAClosedConnectionAndDoubtedInTime() {
        it.remote.answer(new RemoteAnswer.Accepted("h1", Duration.ZERO, Duration.ofMinutes(15)));
        it.remote.failResume(FakeChannel.refused(FaultCategory.TRANSIENT));
        EffectKey key = it.planRemote("1");
        it.run();
        it.mode(Mode.OFF);

        it.runAfter(Duration.ofMinutes(1));
        assertThat(it.remote.resumed).hasSize(1);
        assertThat(it.state(key)).isEqualTo(EffectState.ACCEPTED);
        assertThat(it.effect(key).due()).contains(it.clock.instant().plus(Duration.ofMinutes(10)));
        it.runAfter(Duration.ofMinutes(10));
        assertThat(it.effect(key).due()).isEqualTo(it.effect(key).acceptedUntil());
        it.runAfter(Duration.ofMinutes(4));

        assertThat(it.state(key)).isEqualTo(EffectState.IN_DOUBT);
        assertThat(it.remote.resumed).hasSize(1);
    }

    @Test
    void aDoubtfulOneIsNotLookedUpThroughAStoppedConnection() {
        it.remote.fail(FakeChannel.lost());
        EffectKey key = it.planRemote("1");
        it.run();
        it.health.stop(LedgerFixture.AWAY, "no token");

        it.runAfter(Duration.ofSeconds(1));

        assertThat(it.remote.lookedUp).isEmpty();
        assertThat(it.effect(key).due()).contains(it.clock.instant().plus(Duration.ofMinutes(10)));
        it.health.resume(LedgerFixture.AWAY);
        it.remote.answerLookup(ScriptedRemote.found("R1"));
        it.runAfter(Duration.ofMinutes(10));
        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
    }

    @Test
    void waitsForWhatMustBeDoneBefore() {
        EffectKey before = LedgerFixture.key(it.local.kind, "1");
        PlannedEffect wish =
                LedgerFixture.wish(it.remote.kind, "1").addAfter(before).build();
        EffectKey key = it.plan(wish);

        it.run();
        assertThat(it.effect(key).reason()).contains("waits for order/o1/invoice/1, which is not planned");
        it.local.answer(
                new io.orderweave.effect.LocalEffectHandler.LocalOutcome.NotYet("later", Duration.ofMinutes(1)));
        it.planLocal("1");
        it.runAfter(Duration.ofMinutes(10));
        assertThat(it.effect(key).reason()).contains("waits for order/o1/invoice/1, which is PLANNED");
        it.runAfter(Duration.ofMinutes(1));

        assertThat(it.state(before)).isEqualTo(EffectState.DONE);
        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
    }

    @Test
    void whatIsPlannedForAReplacedOrderIsCancelled() {
        EffectKey remote = it.planRemote("1");
        EffectKey local = it.planLocal("1");
        replace();

        assertThat(it.run()).isEqualTo(new RunReport(0, 0, 0, 0, 0, 2));

        assertThat(it.effect(remote).reason()).contains("replaced by order o2");
        assertThat(it.state(local)).isEqualTo(EffectState.CANCELLED);
        assertThat(it.remote.calls).isEmpty();
        assertThat(it.local.performed).isZero();
    }

    @Test
    void whatRunsForAReplacedOrderFoldsIntoTheOneThatTookItsPlace() {
        EffectKey key = it.planRemote("1");
        it.remote.answers.add(() -> {
            replace();
            return ScriptedRemote.done("R1");
        });

        it.run();

        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
        assertThat(it.order().tags()).isEmpty();
        assertThat(it.changes.<Object>call(scope -> scope.order(NEW).tags())).isEqualTo(java.util.Set.of("folded-1"));
    }

    @Test
    @Timeout(20)
    void aCircleOfReplacedOrdersIsCutOff() {
        EffectKey key = it.planRemote("1");
        it.remote.answers.add(() -> {
            replace();
            it.change(
                    NEW,
                    order -> new Outcome(
                            order.toBuilder().replacedBy(LedgerFixture.ORDER).build(),
                            List.of(new OrderEvent.Replaced(LedgerFixture.ORDER))));
            return ScriptedRemote.done("R1");
        });

        it.run();

        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
    }

    @Test
    void theNewOrderWaitsForWhatStillRunsForTheOneItReplaced() {
        it.remote.resolution = Resolution.PERSON;
        it.remote.fail(FakeChannel.lost());
        EffectKey old = it.planRemote("1");
        it.run();
        replace();
        EffectKey key = new EffectKey(Subject.of(NEW), it.remote.kind, "1");
        it.plan(PlannedEffect.builder()
                .key(key)
                .connection(LedgerFixture.AWAY)
                .payload(io.orderweave.internal.json.Json.object())
                .build());

        it.run();
        assertThat(it.remote.calls).hasSize(1);
        assertThat(it.effect(key).reason()).contains("waits for " + old + ", which is IN_DOUBT");
        it.effects.resolveAsDone(old, "R1", LedgerFixture.ANNA);
        it.run();
        it.runAfter(Duration.ofMinutes(10));

        assertThat(it.state(old)).isEqualTo(EffectState.DONE);
        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
        assertThat(it.remote.folded).hasSize(2);
    }

    @Test
    void anotherKindOrAFinishedOneOfTheReplacedOrderDoesNotBlock() {
        EffectKey finished = it.planRemote("1");
        it.run();
        it.planRemote("planned-only");
        replace();
        EffectKey key = new EffectKey(Subject.of(NEW), it.remote.kind, "1");
        it.plan(PlannedEffect.builder()
                .key(key)
                .payload(io.orderweave.internal.json.Json.object())
                .build());

        it.run();

        assertThat(it.state(finished)).isEqualTo(EffectState.DONE);
        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
    }

    @Test
    void whatIsPlannedForTheReplacedOrderAndNotDueYetDoesNotHoldUpTheNew() {
        EffectKey later = it.plan(LedgerFixture.wish(it.remote.kind, "later")
                .connection(LedgerFixture.AWAY)
                .notBefore(it.clock.instant().plus(Duration.ofDays(1)))
                .build());
        replace();
        EffectKey key = new EffectKey(Subject.of(NEW), it.remote.kind, "1");
        it.plan(PlannedEffect.builder()
                .key(key)
                .payload(io.orderweave.internal.json.Json.object())
                .build());

        it.run();

        assertThat(it.state(later)).isEqualTo(EffectState.PLANNED);
        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
    }

    @Test
    void whatRunsOfAnotherKindForTheReplacedOrderDoesNotHoldUpTheNew() {
        ScriptedRemote other = new ScriptedRemote(EffectKind.LABEL);
        other.resolution = Resolution.PERSON;
        other.fail(FakeChannel.lost());
        LedgerFixture both = new LedgerFixture(other);
        EffectKey running = both.plan(LedgerFixture.wish(EffectKind.LABEL, "1")
                .connection(LedgerFixture.AWAY)
                .build());
        both.run();
        both.take(TestOrders.plain(NEW.value()).addReplace(LedgerFixture.ORDER).build());
        EffectKey key = new EffectKey(Subject.of(NEW), both.remote.kind, "1");
        both.plan(PlannedEffect.builder()
                .key(key)
                .connection(LedgerFixture.AWAY)
                .payload(io.orderweave.internal.json.Json.object())
                .build());

        both.run();

        assertThat(both.state(running)).isEqualTo(EffectState.IN_DOUBT);
        assertThat(both.state(key)).isEqualTo(EffectState.DONE);
    }
}
