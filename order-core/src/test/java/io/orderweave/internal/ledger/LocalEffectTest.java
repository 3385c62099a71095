package io.orderweave.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.effect.Attempt.Outcome;
import io.orderweave.effect.EffectContext;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.Effects.RunReport;
import io.orderweave.effect.LocalEffectHandler.LocalOutcome;
import io.orderweave.event.Event;
import io.orderweave.internal.book.OrderChanges;
import io.orderweave.order.OrderEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A local effect, what it means and DONE are one transaction. */
class LocalEffectTest {

    private final LedgerFixture it = new LedgerFixture();

    @Test
    void isPerformedAndDoneInOneTransaction() {
        EffectKey key = it.planLocal("1");

        assertThat(it.run()).isEqualTo(new RunReport(1, 0, 0, 0, 0, 0));

        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
        assertThat(it.effect(key).reference()).contains("L1");
        assertThat(it.effect(key).due()).isEmpty();
        assertThat(it.outcomes(key)).containsExactly(Outcome.DONE);
    }

    @Test
    void oneThatThrowsLeavesNothingAndIsTriedAgain() {
        it.local.outcomes.add(context -> {
            it.stores.series().next("numbers", 1);
            tag(context, "half-way");
            throw new IllegalStateException("Jan Przykładowy");
        });
        EffectKey key = it.planLocal("1");

        assertThat(it.run()).isEqualTo(new RunReport(0, 0, 0, 0, 1, 0));

        assertThat(it.stores.series().last("numbers")).isEqualTo(OptionalLong.empty());
        assertThat(it.order().tags()).isEmpty();
        assertThat(it.state(key)).isEqualTo(EffectState.PLANNED);
        assertThat(it.effect(key).reason()).contains("java.lang.IllegalStateException");
        assertThat(it.outcomes(key)).containsExactly(Outcome.PUT_OFF);
        assertThat(it.run()).isEqualTo(RunReport.NOTHING);
        assertThat(it.runAfter(Duration.ofMinutes(1)).done()).isEqualTo(1);
    }

    private static void tag(EffectContext context, String tag) {
        context.change(order -> new EffectContext.Outcome(
                order.toBuilder().addTag(tag).build(), List.<Event>of(new OrderEvent.TagAdded(tag))));
    }

    @Test
    void whatItChangesIsEnteredInItsName() {
        it.local.outcomes.add(context -> {
            tag(context, "invoiced");
            return new LocalOutcome.Done(Optional.empty());
        });
        EffectKey key = it.planLocal("1");
        it.run();

        assertThat(it.history().get(it.history().size() - 1)).satisfies(entry -> {
            assertThat(entry.event()).contains(new OrderEvent.TagAdded("invoiced"));
            assertThat(entry.actor()).hasToString("effect:" + key);
            assertThat(entry.cause()).contains(it.effect(key).causes().get(0).entry());
        });
        assertThat(it.effect(key).reference()).isEmpty();
    }

    @Test
    void whatIsNotWantedIsCancelled() {
        it.local.answer(new LocalOutcome.NotWanted("paid"));
        EffectKey key = it.planLocal("1");

        assertThat(it.run()).isEqualTo(new RunReport(0, 0, 0, 0, 0, 1));
        assertThat(it.state(key)).isEqualTo(EffectState.CANCELLED);
        assertThat(it.effect(key).reason()).contains("paid");
    }

    @Test
    void whatIsImpossibleIsRejected() {
        it.local.answer(new LocalOutcome.Impossible("no series"));
        EffectKey key = it.planLocal("1");

        assertThat(it.run()).isEqualTo(new RunReport(0, 0, 1, 0, 0, 0));
        assertThat(it.state(key)).isEqualTo(EffectState.REJECTED);
        assertThat(it.effect(key).reason()).contains("no series");
    }

    @Test
    void whatIsNotYetPossibleIsLookedAtAgain() {
        it.local.answer(new LocalOutcome.NotYet("closed", Duration.ofHours(1)));
        EffectKey key = it.planLocal("1");

        assertThat(it.run()).isEqualTo(new RunReport(0, 0, 0, 0, 1, 0));
        assertThat(it.state(key)).isEqualTo(EffectState.PLANNED);
        assertThat(it.effect(key).due()).contains(it.clock.instant().plus(Duration.ofHours(1)));
        assertThat(it.effect(key).reason()).contains("closed");
    }

    @Test
    void aHoldPlacedBetweenTheClaimAndThePerformanceCounts() {
        EffectKey key = it.planLocal("1");
        EffectKey second = it.planLocal("2");
        it.local.outcomes.add(context -> {
            context.change(order -> OrderChanges.hold(
                    order, "check", "look first", Optional.empty(), LedgerFixture.ANNA, context.now()));
            return new LocalOutcome.Done(Optional.empty());
        });

        it.run();

        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
        assertThat(it.state(second)).isEqualTo(EffectState.PLANNED);
        assertThat(it.effect(second).reason()).contains("held: [check]");
        assertThat(it.local.performed).isEqualTo(1);
    }

    @Test
    void isNotPerformedBeforeItIsDue() {
        EffectKey key = it.plan(LedgerFixture.wish(it.local.kind, "later")
                .notBefore(it.clock.instant().plusSeconds(60))
                .build());

        assertThat(it.run()).isEqualTo(RunReport.NOTHING);
        it.tag("something");
        assertThat(it.runAfter(Duration.ofSeconds(59))).isEqualTo(RunReport.NOTHING);
        assertThat(it.effects.nextDue()).contains(it.clock.instant().plusSeconds(1));
        it.runAfter(Duration.ofSeconds(1));

        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
        assertThat(it.effects.nextDue()).isEmpty();
    }
}
