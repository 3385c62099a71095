package io.orderweave.internal.explain;

import io.orderweave.document.DocumentKind;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.Effects;
import io.orderweave.event.Event;
import io.orderweave.event.Subject;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.Setup;
import io.orderweave.internal.effects.AskedRefunds;
import io.orderweave.internal.journal.JournalReader;
import io.orderweave.journal.JournalEntry;
import io.orderweave.journal.WhyNot;
import io.orderweave.order.Hold;
import io.orderweave.order.Order;
import io.orderweave.rule.Action;
import io.orderweave.rule.Condition;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RuleOutcome;
import io.orderweave.rule.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What stands between an order and an effect: computed now, by the rules in force. */
final class Obstacles {

    private static final int MOST_ENTRIES = 10_000;

    private final Book book;
    private final Setup setup;
    private final Effects effects;
    private final JournalReader journal;

    Obstacles(Book book, Setup setup, Effects effects, JournalReader journal) {
        this.book = book;
        this.setup = setup;
        this.effects = effects;
        this.journal = journal;
    }

    WhyNot against(Order order, EffectKind kind) {
        List<String> obstacles = new ArrayList<>();
        if (order.history()) {
            obstacles.add("the order was placed before its connection went live: history, until a person adopts it");
        }
        order.replacedBy().ifPresent(by -> obstacles.add("order " + by + " took its place"));
        if (setup.onlyObserves(order)) {
            obstacles.add("its connection only observes");
        }
        for (Effect effect : effects.of(Subject.of(order.id()))) {
            if (effect.key().kind().equals(kind)) {
                obstacles.add("effect " + effect.key() + " is " + effect.state()
                        + effect.reason().map(reason -> ": " + reason).orElse(""));
            }
        }
        if (kind.equals(EffectKind.INVOICE)) {
            obstacles.addAll(CoverReasons.of(book.documentsOf(order.id())));
        }
        if (kind.equals(EffectKind.REFUND)) {
            RefundReasons.of(order, AskedRefunds.of(order, effects::of)).ifPresent(obstacles::add);
        }
        if (order.isHeld()) {
            obstacles.add("held: " + order.holds().stream().map(Hold::code).toList());
        }
        return new WhyNot(order.id(), kind, obstacles, nearMisses(order, kind));
    }

    /** Rules that ask for the kind, the nearest first: those whose event happened, then those with the fewest failed comparisons. */
    private List<WhyNot.NearMiss> nearMisses(Order order, EffectKind kind) {
        List<JournalEntry> history = journal.history(Subject.of(order.id()), 1, MOST_ENTRIES);
        List<WhyNot.NearMiss> misses = new ArrayList<>();
        for (Rule rule : setup.rules().rules()) {
            if (rule.enabled()
                    && rule.actions().stream().anyMatch(action -> kindOf(action).equals(Optional.of(kind)))) {
                misses.add(miss(rule, order, history));
            }
        }
        misses.sort(Comparator.comparing((WhyNot.NearMiss miss) -> !miss.triggered())
                .thenComparing(miss -> miss.failed().size()));
        return misses;
    }

    /** The rule held against the last event of its trigger and the order as it is now. */
    private WhyNot.NearMiss miss(Rule rule, Order order, List<JournalEntry> history) {
        Optional<JournalEntry> last = history.stream()
                .filter(entry -> rule.trigger().events().contains(entry.name().name()))
                .reduce((first, second) -> second);
        Optional<Event> event = last.flatMap(JournalEntry::event);
        List<Condition.Finding> failed = List.of();
        if (last.isPresent() && event.isPresent()) {
            RuleOutcome outcome = setup.compiledRules()
                    .evaluate(rule, setup.facts(order, event.get(), last.get().at()));
            failed = outcome.findings().stream()
                    .filter(finding -> finding.verdict() != Verdict.TRUE)
                    .toList();
        }
        return new WhyNot.NearMiss(rule.id(), rule.trigger().toString(), event.isPresent(), failed);
    }

    /** The kind of effect that an action plans. */
    private static Optional<EffectKind> kindOf(Action action) {
        if (action instanceof Action.IssueDocument issue) {
            return Optional.of(issue.kind() == DocumentKind.PROFORMA ? EffectKind.PROFORMA : EffectKind.INVOICE);
        }
        if (action instanceof Action.CreateShipment) {
            return Optional.of(EffectKind.SHIPMENT);
        }
        if (action instanceof Action.UploadDocument) {
            return Optional.of(EffectKind.UPLOAD);
        }
        if (action instanceof Action.PublishTracking) {
            return Optional.of(EffectKind.TRACKING);
        }
        if (action instanceof Action.CreditDocuments) {
            return Optional.of(EffectKind.INVOICE);
        }
        return action instanceof Action.StartTimer ? Optional.of(EffectKind.TIMER) : Optional.empty();
    }
}
