package io.orderweave.internal.explain;

import io.orderweave.document.DocumentKind;
import io.orderweave.effect.EffectKind;
import io.orderweave.event.Event;
import io.orderweave.event.Subject;
import io.orderweave.id.RuleId;
import io.orderweave.internal.book.Setup;
import io.orderweave.internal.journal.JournalReader;
import io.orderweave.journal.JournalEntry;
import io.orderweave.journal.WhyNot.Missing;
import io.orderweave.journal.WhyNot.NearMiss;
import io.orderweave.journal.WhyNot.Standing;
import io.orderweave.order.Order;
import io.orderweave.rule.Action;
import io.orderweave.rule.Decision;
import io.orderweave.rule.Facts;
import io.orderweave.rule.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The rules that ask for a kind of effect, and how near each came to asking for it on an order. */
final class NearMisses {

    private static final int MOST_ENTRIES = 10_000;

    private final Supplier<Setup> inForce;
    private final JournalReader journal;
    private final Function<Subject, List<Decision>> decisions;
    private final Function<Rule, Instant> since;

    /** @param since from when on a rule has been in force as it is */
    NearMisses(
            Supplier<Setup> inForce,
            JournalReader journal,
            Function<Subject, List<Decision>> decisions,
            Function<Rule, Instant> since) {
        this.inForce = inForce;
        this.journal = journal;
        this.decisions = decisions;
        this.since = since;
    }

    /** The nearest first: those whose trigger has happened, by how much must come out otherwise. */
    List<NearMiss> of(Order order, EffectKind kind) {
        Setup setup = inForce.get();
        List<JournalEntry> history = journal.history(Subject.of(order.id()), 1, MOST_ENTRIES);
        List<Decision> taken = decisions.apply(Subject.of(order.id()));
        List<NearMiss> misses = new ArrayList<>();
        for (Rule rule : setup.rules().rules()) {
            if (rule.actions().stream().anyMatch(action -> kinds(action, setup).contains(kind))) {
                misses.add(miss(rule, order, kind, history, taken));
            }
        }
        misses.sort(Comparator.comparing((NearMiss miss) -> rank(miss.standing()))
                .thenComparing(miss -> miss.missing().size()));
        return misses;
    }

    /** The rule held against the last event of its trigger and the order as it is now. */
    private NearMiss miss(Rule rule, Order order, EffectKind kind, List<JournalEntry> history, List<Decision> taken) {
        Optional<JournalEntry> last = history.stream()
                .filter(entry -> rule.trigger().events().contains(entry.name().name()))
                .filter(entry -> entry.event()
                        .filter(event -> rule.trigger().matches(order, event))
                        .isPresent())
                .reduce((first, second) -> second);
        if (!rule.enabled()) {
            return miss(rule, Standing.OFF, List.of());
        }
        if (last.isEmpty()) {
            return miss(rule, Standing.NOT_TRIGGERED, List.of());
        }
        Setup setup = inForce.get();
        JournalEntry entry = last.get();
        Event event = entry.event().orElseThrow();
        Optional<Standing> fired = fate(rule.id(), entry, kind, taken);
        if (fired.isPresent()) {
            return miss(rule, fired.get(), List.of());
        }
        Facts facts = setup.facts(order, event, entry.at()).with(entry.facts());
        if (!rule.isActive(facts.local().toLocalDate())) {
            return miss(rule, Standing.INACTIVE, List.of());
        }
        List<Missing> missing = Blocking.of(
                rule.condition(), setup.compiledRules().evaluate(rule, facts).findings());
        if (!missing.isEmpty()) {
            return miss(rule, Standing.FAILED, missing);
        }
        return miss(rule, entry.at().isBefore(since.apply(rule)) ? Standing.NEWER : Standing.FIRED, List.of());
    }

    private static NearMiss miss(Rule rule, Standing standing, List<Missing> missing) {
        return new NearMiss(rule.id(), rule.trigger().toString(), standing, missing);
    }

    /** What became of what the rule wanted on that event; empty when it did not fire. */
    private static Optional<Standing> fate(RuleId rule, JournalEntry entry, EffectKind kind, List<Decision> taken) {
        return taken.stream()
                .filter(decision -> decision.entry().equals(entry.id()))
                .filter(decision -> decision.fired().stream()
                        .anyMatch(outcome -> outcome.rule().equals(rule)))
                .findFirst()
                .map(decision -> decision.wishes().stream()
                        .filter(wish ->
                                wish.rule().equals(rule) && wish.effect().kind().equals(kind))
                        .findFirst()
                        .map(wish -> standing(wish.fate()))
                        .orElse(Standing.FIRED));
    }

    private static Standing standing(Decision.Fate fate) {
        return switch (fate) {
            case PLANNED, REARMED -> Standing.FIRED;
            case DUPLICATE -> Standing.DUPLICATE;
            case OBSERVED -> Standing.OBSERVED;
            case CONFLICT -> Standing.CONFLICT;
        };
    }

    private static int rank(Standing standing) {
        return switch (standing) {
            case CONFLICT, DUPLICATE, OBSERVED, FIRED -> 0;
            case FAILED -> 1;
            case NEWER, INACTIVE -> 2;
            case NOT_TRIGGERED -> 3;
            case OFF -> 4;
        };
    }

    /** The kinds of effects that an action plans. */
    private static Set<EffectKind> kinds(Action action, Setup setup) {
        if (action instanceof Action.IssueDocument issue) {
            return Set.of(issue.kind() == DocumentKind.PROFORMA ? EffectKind.PROFORMA : EffectKind.INVOICE);
        }
        if (action instanceof Action.CreditDocuments) {
            return Set.of(EffectKind.INVOICE);
        }
        if (action instanceof Action.CreateShipment) {
            return Set.of(EffectKind.SHIPMENT);
        }
        if (action instanceof Action.CancelShipments) {
            return Set.of(EffectKind.SHIPMENT_CANCEL);
        }
        if (action instanceof Action.UploadDocument) {
            return Set.of(EffectKind.UPLOAD);
        }
        if (action instanceof Action.PublishTracking) {
            return Set.of(EffectKind.TRACKING);
        }
        if (action instanceof Action.PublishStatus) {
            return Set.of(EffectKind.STATUS);
        }
        if (action instanceof Action.Notify) {
            return Set.of(EffectKind.NOTICE);
        }
        if (action instanceof Action.StartTimer) {
            return Set.of(EffectKind.TIMER);
        }
        return action instanceof Action.Host host
                ? Optional.ofNullable(setup.hostActions().get(host.name())).stream()
                        .map(registered -> registered.kind())
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
