package io.orderweave.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.document.DocumentKind;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectContext.Outcome;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.LocalEffectHandler.LocalOutcome;
import io.orderweave.event.Subject;
import io.orderweave.order.Note;
import io.orderweave.rule.Action;
import io.orderweave.rule.Condition;
import io.orderweave.rule.Decision;
import io.orderweave.rule.Rule;
import io.orderweave.testing.TestShop;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Planning the same key twice is one effect; what was refused or cancelled is armed again under the same key. */
class ArmingTest {

    private static final EffectKey INVOICE = LedgerFixture.key(io.orderweave.effect.EffectKind.INVOICE, "final/1");

    private final LedgerFixture it = new LedgerFixture().rules(rule("invoice", "order.tag-added", invoice()));

    private static Rule rule(String id, String trigger, Action... actions) {
        return TestShop.rule(id, trigger, Condition.always(), actions);
    }

    private static Action invoice() {
        return new Action.IssueDocument(DocumentKind.INVOICE, Optional.empty());
    }

    private List<Decision.Fate> fates() {
        return it.decisions().stream()
                .flatMap(decision -> decision.wishes().stream())
                .map(Decision.Wish::fate)
                .toList();
    }

    private void rejectOnce() {
        it.local.answer(new LocalOutcome.Impossible("no rate"));
        it.tag("first");
        it.run();
        assertThat(it.state(INVOICE)).isEqualTo(EffectState.REJECTED);
    }

    @Test
    void theSameKeyPlannedTwiceIsOneEffectAndTheDecisionSaysSo() {
        it.tag("first");
        it.tag("second");
        it.run();
        it.tag("third");
        it.run();

        assertThat(it.local.performed).isEqualTo(1);
        assertThat(it.effects.of(Subject.of(LedgerFixture.ORDER))).hasSize(1);
        assertThat(fates()).containsExactly(Decision.Fate.PLANNED, Decision.Fate.DUPLICATE, Decision.Fate.DUPLICATE);
    }

    @Test
    void aRuleArmsARefusedOneAgainOnceTheOrderHasChanged() {
        rejectOnce();

        it.tag("second");
        Effect armed = it.effect(INVOICE);
        it.run();

        assertThat(armed.state()).isEqualTo(EffectState.PLANNED);
        assertThat(armed.arming()).isEqualTo(2);
        assertThat(armed.causes()).hasSize(2);
        assertThat(armed.reason()).isEmpty();
        assertThat(it.state(INVOICE)).isEqualTo(EffectState.DONE);
        assertThat(fates()).containsExactly(Decision.Fate.PLANNED, Decision.Fate.REARMED);
        assertThat(it.events()).contains(new EffectEvent.EffectRearmed(INVOICE, 2));
        assertThat(it.effect(INVOICE).attempts()).hasSize(1);
    }

    @Test
    void aRuleArmsACancelledOneAgain() {
        it.local.answer(new LocalOutcome.NotWanted("not now"));
        it.tag("first");
        it.run();

        it.tag("second");
        it.run();

        assertThat(it.state(INVOICE)).isEqualTo(EffectState.DONE);
        assertThat(it.effect(INVOICE).arming()).isEqualTo(2);
    }

    @Test
    void noRuleArmsWhatAPersonCancelled() {
        it.tag("first");
        it.effects.cancel(INVOICE, "paper invoice", LedgerFixture.ANNA);

        it.tag("second");
        it.run();

        assertThat(it.state(INVOICE)).isEqualTo(EffectState.CANCELLED);
        assertThat(it.effect(INVOICE).reason()).contains("paper invoice");
        assertThat(fates()).containsExactly(Decision.Fate.PLANNED, Decision.Fate.DUPLICATE);
        assertThat(it.local.performed).isZero();
    }

    @Test
    void aPersonArmsWhatAPersonCancelledAndThenRulesMayAgain() {
        it.tag("first");
        it.effects.cancel(INVOICE, "paper invoice", LedgerFixture.ANNA);

        Effect armed = it.effects.rearm(INVOICE, LedgerFixture.ANNA);
        it.run();

        assertThat(armed.cancelledByPerson()).isFalse();
        assertThat(armed.arming()).isEqualTo(2);
        assertThat(it.state(INVOICE)).isEqualTo(EffectState.DONE);
        assertThat(it.history())
                .filteredOn(entry -> entry.event().equals(Optional.of(new EffectEvent.EffectRearmed(INVOICE, 2))))
                .singleElement()
                .satisfies(entry -> assertThat(entry.actor()).isEqualTo(LedgerFixture.ANNA));
    }

    @Test
    void itsOwnFailureArmsNothing() {
        it.rules(rule("invoice", "order.tag-added", invoice()), rule("again", "effect.rejected", invoice()));

        rejectOnce();

        assertThat(it.effect(INVOICE).arming()).isEqualTo(1);
        assertThat(fates()).containsExactly(Decision.Fate.PLANNED, Decision.Fate.DUPLICATE);
    }

    @Test
    void whatItsOwnFailureLedToArmsNothing() {
        it.rules(
                rule("invoice", "order.tag-added", invoice()),
                rule("tell", "effect.rejected", new Action.AddNote("failed", Note.Audience.INTERNAL)),
                rule("again", "order.note-added", invoice()));

        rejectOnce();

        assertThat(it.effect(INVOICE).arming()).isEqualTo(1);
        assertThat(it.order().notes()).hasSize(1);
    }

    @Test
    void whatBecameOfAnotherEffectArmsNothing() {
        it.rules(rule("invoice", "effect.done", invoice()));
        it.planRemote("1");
        it.local.answer(new LocalOutcome.Impossible("no rate"));
        it.run();
        assertThat(it.state(INVOICE)).isEqualTo(EffectState.REJECTED);

        it.planRemote("2");
        it.run();

        assertThat(it.effect(INVOICE).arming())
                .as("effect.done is no change of the order")
                .isEqualTo(1);
    }

    @Test
    void aTimerThatRunsOutArmsWhatWasRefused() {
        it.rules(rule("invoice", "order.tag-added", invoice()), rule("again", "timer.elapsed", invoice()));
        rejectOnce();

        it.change(LedgerFixture.ORDER, order -> new Outcome(order, List.of(new EffectEvent.TimerElapsed("retry"))));

        assertThat(it.effect(INVOICE).arming()).isEqualTo(2);
        assertThat(it.state(INVOICE)).isEqualTo(EffectState.PLANNED);
    }

    @Test
    void aTimerStartedByTheFailureMayArmItAgain() {
        ScriptedLocal timer = new ScriptedLocal(io.orderweave.effect.EffectKind.TIMER);
        timer.irreversible = false;
        timer.outcomes.add(context -> {
            context.change(order -> new io.orderweave.effect.EffectContext.Outcome(
                    order, List.of(new EffectEvent.TimerElapsed("retry"))));
            return new LocalOutcome.Done(Optional.empty());
        });
        LedgerFixture timed = new LedgerFixture(timer)
                .rules(
                        rule("invoice", "order.tag-added", invoice()),
                        rule("later", "effect.rejected", new Action.StartTimer("retry", Duration.ofHours(1))),
                        rule("tell", "timer.elapsed", new Action.AddNote("again", Note.Audience.INTERNAL)),
                        rule("again", "order.note-added", invoice()));
        timed.local.answer(new LocalOutcome.Impossible("no rate"));
        timed.tag("first");
        timed.run();
        assertThat(timed.state(INVOICE)).isEqualTo(EffectState.REJECTED);

        timed.runAfter(Duration.ofHours(1));

        assertThat(timed.effect(INVOICE).arming()).isEqualTo(2);
        assertThat(timed.state(INVOICE)).isEqualTo(EffectState.DONE);
    }

    @Test
    void aPersonsArmingReadsTheOrderAnew() {
        it.remote.answer(new io.orderweave.effect.RemoteEffectHandler.RemoteAnswer.Rejected("no such street"));
        EffectKey key = it.planRemote("1");
        it.run();

        Effect armed = it.effects.rearm(key, LedgerFixture.ANNA);
        assertThat(armed.request()).isEmpty();
        assertThat(armed.answer()).isEmpty();
        assertThat(armed.callDeadline()).isEmpty();
        it.run();

        assertThat(it.remote.sentRequests()).containsExactly(1, 2);
        assertThat(it.effect(key).payload().get("choice").asText()).isEqualTo("1");
        assertThat(it.effect(key).connection()).contains(LedgerFixture.AWAY);
    }

    @Test
    void anArmingByARuleTakesItsChoices() {
        rejectOnce();
        it.rules(rule(
                "invoice",
                "order.tag-added",
                new Action.IssueDocument(DocumentKind.INVOICE, Optional.of(new io.orderweave.id.SeriesId("special")))));

        it.tag("second");

        assertThat(it.effect(INVOICE).payload().get("series").asText()).isEqualTo("special");
    }

    @Test
    void anArmingWaitsForWhatItsWishNames() {
        it.local.answer(new LocalOutcome.Impossible("deducted"));
        EffectKey key = it.planLocal("credit");
        it.run();
        EffectKey first = it.planRemote("first");
        it.clock.advance(Duration.ofSeconds(1));
        it.remote.answers.add(() -> {
            assertThat(it.state(key)).isEqualTo(EffectState.PLANNED);
            return ScriptedRemote.done("R");
        });

        it.plan(LedgerFixture.wish(it.local.kind, "credit").addAfter(first).build());
        it.run();

        assertThat(it.effect(key).after()).containsExactly(first);
        assertThat(it.state(first)).isEqualTo(EffectState.DONE);
        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
    }

    @Test
    void aPersonsArmingWaitsForWhatItWaitedForBefore() {
        EffectKey key = it.plan(LedgerFixture.wish(it.local.kind, "2")
                .addAfter(LedgerFixture.key(it.local.kind, "1"))
                .build());
        it.effects.cancel(key, "no", LedgerFixture.ANNA);

        it.effects.rearm(key, LedgerFixture.ANNA);
        it.run();

        assertThat(it.effect(key).reason()).contains("waits for order/o1/invoice/1, which is not planned");
    }

    @Test
    void anArmingForLaterIsNotDueBefore() {
        EffectKey key = it.planLocal("later");
        it.effects.cancel(key, "no", LedgerFixture.ANNA);
        it.effects.rearm(key, LedgerFixture.ANNA);
        it.local.answer(new LocalOutcome.NotWanted("not now"));
        it.run();

        it.plan(LedgerFixture.wish(it.local.kind, "later")
                .notBefore(it.clock.instant().plusSeconds(60))
                .build());

        assertThat(it.effect(key).due()).contains(it.clock.instant().plusSeconds(60));
        it.run();
        assertThat(it.state(key)).isEqualTo(EffectState.PLANNED);
        it.runAfter(Duration.ofMinutes(1));
        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
    }
}
