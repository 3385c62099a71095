package io.orderweave.internal.journal;

import io.orderweave.effect.Cause;
import io.orderweave.effect.EffectKey;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.id.EntryId;
import io.orderweave.id.RuleId;
import io.orderweave.journal.JournalEntry;
import io.orderweave.journal.Why;
import io.orderweave.rule.Decision;
import io.orderweave.rule.RuleOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Follows an effect back to the outside event that began it. */
public final class Chain {

    /** Longer than any real chain; a circle would be a defect of the journal and is cut off. */
    private static final int LONGEST = 200;

    private final Source source;

    public Chain(Source source) {
        this.source = source;
    }

    /** Where the links of a chain are found: in the book, or in a rehearsal's. */
    public interface Source {

        /** A journal entry of whatever subject. */
        Optional<JournalEntry> entry(EntryId id);

        /** What led to the effect first; empty when there is no such effect. */
        Optional<Cause> causeOf(EffectKey effect);

        /** The decision taken on the entry's event; empty when no rule fired. */
        Optional<Decision> decisionOn(EntryId entry);
    }

    /**
     * The chain down to the effect.
     *
     * @throws OrderweaveException (NOT_FOUND) when there is no such effect
     */
    public Why to(EffectKey key) {
        Cause cause = source.causeOf(key)
                .orElseThrow(() -> new OrderweaveException(FaultCategory.NOT_FOUND, "no effect " + key));
        List<Why.Step> steps = new ArrayList<>();
        steps.add(step(cause.entry(), rule -> led(cause, key, rule), cause.mappings()));
        while (steps.size() < LONGEST) {
            JournalEntry reached = steps.get(steps.size() - 1).entry();
            Optional<Why.Step> before = before(reached);
            if (before.isEmpty()) {
                break;
            }
            steps.add(before.get());
        }
        Collections.reverse(steps);
        return new Why(key, steps);
    }

    /** The step that led to an entry: a rule's decision, or the decision that planned the effect whose answer was folded. */
    private Optional<Why.Step> before(JournalEntry entry) {
        if (entry.cause().isEmpty()) {
            return Optional.empty();
        }
        EntryId cause = entry.cause().get();
        if (entry.actor().kind() == Actor.Kind.RULE) {
            RuleId rule = new RuleId(entry.actor().name());
            return Optional.of(step(cause, fired -> fired.rule().equals(rule), Optional.empty()));
        }
        if (entry.actor().kind() == Actor.Kind.EFFECT) {
            EffectKey effect = EffectKey.parse(entry.actor().name());
            Optional<Cause> planned = source.causeOf(effect);
            return Optional.of(step(
                    cause,
                    rule -> planned.map(it -> led(it, effect, rule)).orElse(false),
                    planned.flatMap(Cause::mappings)));
        }
        return Optional.of(step(cause, rule -> false, Optional.empty()));
    }

    private boolean led(Cause cause, EffectKey effect, RuleOutcome rule) {
        return source.decisionOn(cause.entry())
                .map(decision -> decision.wishes().stream()
                        .anyMatch(wish ->
                                wish.rule().equals(rule.rule()) && wish.effect().equals(effect)))
                .orElse(false);
    }

    private Why.Step step(EntryId id, Predicate<RuleOutcome> relevant, Optional<Integer> told) {
        JournalEntry entry = source.entry(id)
                .orElseThrow(
                        () -> new OrderweaveException(FaultCategory.INTERNAL, "journal entry " + id + " is missing"));
        Optional<Decision> decision = source.decisionOn(id);
        List<RuleOutcome> rules = decision.map(
                        it -> it.fired().stream().filter(relevant).toList())
                .orElse(List.of());
        int version =
                rules.isEmpty() ? 0 : decision.map(Decision::ruleSetVersion).orElse(0);
        return new Why.Step(entry, rules, version, told);
    }
}
