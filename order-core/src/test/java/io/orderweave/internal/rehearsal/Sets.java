package io.orderweave.internal.rehearsal;

import io.orderweave.document.DocumentKind;
import io.orderweave.id.RuleId;
import io.orderweave.id.SeriesId;
import io.orderweave.id.StatusId;
import io.orderweave.order.Axes;
import io.orderweave.order.Note;
import io.orderweave.rule.Action;
import io.orderweave.rule.Condition;
import io.orderweave.rule.Field;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.Trigger;
import io.orderweave.testing.TestShop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rule sets to rehearse. */
final class Sets {

    private Sets() {}

    /** The usual rules, and more: advances, credit notes, timers, chains, and two that contradict each other. */
    static RuleSet rich() {
        return with(
                2,
                TestShop.rule("advance", "payment.received", partly(), issue(DocumentKind.ADVANCE)),
                TestShop.rule("credit", "order.cancelled", Condition.always(), new Action.CreditDocuments("cancelled")),
                TestShop.rule("remind", "order.confirmed", unpaid(), timer("remind", 3)),
                TestShop.rule(
                        "reminded",
                        "timer.elapsed",
                        unpaid(),
                        new Action.AddTag("reminded"),
                        new Action.AddNote("reminded", Note.Audience.INTERNAL)),
                TestShop.rule("remind-again", "order.tag-added", tagged("reminded"), timer("again", 5)),
                TestShop.rule("one", "order.tag-added", tagged("tag-2"), issue(DocumentKind.INVOICE)),
                TestShop.rule(
                        "other",
                        "order.tag-added",
                        tagged("tag-2"),
                        new Action.IssueDocument(DocumentKind.INVOICE, Optional.of(new SeriesId("invoices")))),
                TestShop.rule(
                        "stuck",
                        "effect.rejected",
                        Condition.always(),
                        new Action.PlaceHold("refused", "refused", Optional.empty())),
                TestShop.rule("again", "order.tag-added", tagged("tag-1"), TestShop.ship()),
                TestShop.rule("free", "order.tag-added", tagged("tag-0"), new Action.ReleaseHold("effect-conflict")),
                TestShop.rule("done", "document.uploaded", Condition.always(), new Action.AddTag("uploaded")),
                on(
                        "stale",
                        new Trigger.TimeInStatus(new StatusId("new"), Duration.ofDays(2)),
                        new Action.AddTag("stale")),
                on("overdue", new Trigger.PaymentOverdue(Duration.ofDays(4)), new Action.AddTag("overdue")),
                TestShop.rule("forget", "payment.received", Condition.always(), new Action.CancelTimer("remind")),
                TestShop.rule("press", "order.tag-added", tagged("tag-1"), new Action.Raise("button")),
                on("pressed", new Trigger.Manual("button"), new Action.AddNote("pressed", Note.Audience.INTERNAL)),
                TestShop.rule("take-back", "order.cancelled", Condition.always(), new Action.CancelShipments()),
                TestShop.rule(
                        "ready",
                        "shipment.label-stored",
                        Condition.always(),
                        new Action.SetStatus(new StatusId("ready"))));
    }

    /** The usual rules and these. */
    static RuleSet with(int version, Rule... more) {
        List<Rule> rules = new ArrayList<>(TestShop.rules().rules());
        rules.addAll(List.of(more));
        return new RuleSet(version, rules);
    }

    /** The usual rules but for one. */
    static RuleSet without(int version, String id) {
        return new RuleSet(
                version,
                TestShop.rules().rules().stream()
                        .filter(rule -> !rule.id().value().equals(id))
                        .toList());
    }

    private static Rule on(String id, Trigger trigger, Action action) {
        return Rule.builder()
                .id(new RuleId(id))
                .trigger(trigger)
                .addActions(action)
                .build();
    }

    static Action issue(DocumentKind kind) {
        return new Action.IssueDocument(kind, Optional.empty());
    }

    static Action timer(String name, int days) {
        return new Action.StartTimer(name, Duration.ofDays(days));
    }

    private static Condition partly() {
        return Field.PAYMENT_STATE.isOneOf(Axes.PaymentState.PARTIALLY_PAID);
    }

    static Condition unpaid() {
        return Field.PAYMENT_STATE.isOneOf(Axes.PaymentState.UNPAID);
    }

    private static Condition tagged(String tag) {
        return Field.TAGS.hasAnyOf(tag);
    }
}
