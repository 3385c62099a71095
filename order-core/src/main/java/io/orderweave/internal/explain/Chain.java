package io.orderweave.internal.explain;

import io.orderweave.effect.Cause;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.Effects;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.EntryId;
import io.orderweave.id.RuleId;
import io.orderweave.internal.journal.JournalReader;
import io.orderweave.journal.JournalEntry;
import io.orderweave.journal.Why;
import io.orderweave.rule.Decision;
import io.orderweave.rule.RuleOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Follows an effect back to the outside event that began it. */
final class Chain {

    /** Longer than any real chain; a circle would be a defect of the journal and is cut off. */
    private static final int LONGEST = 200;

    private final JournalReader journal;
    private final Effects effects;
    private final Function<Subject, List<Decision>> decisions;

    Chain(JournalReader journal, Effects effects, Function<Subject, List<Decision>> decisions) {
        this.journal = journal;
        this.effects = effects;
        this.decisions = decisions;
    }

    Why to(EffectKey key) {
        Effect effect = effects.find(key)
                .orElseThrow(() -> new OrderweaveException(FaultCategory.NOT_FOUND, "no effect " + key));
        Cause cause = effect.causes().get(0);
        List<Why.Step> steps = new ArrayList<>();
        steps.add(step(cause.entry(), rule -> led(cause, key, rule)));
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
            return Optional.of(step(cause, fired -> fired.rule().equals(rule)));
        }
        if (entry.actor().kind() == Actor.Kind.EFFECT) {
            EffectKey effect = EffectKey.parse(entry.actor().name());
            Optional<Cause> planned = effects.find(effect).map(it -> it.causes().get(0));
            return Optional.of(step(
                    cause, rule -> planned.map(it -> led(it, effect, rule)).orElse(false)));
        }
        return Optional.of(step(cause, rule -> false));
    }

    private boolean led(Cause cause, EffectKey effect, RuleOutcome rule) {
        return decision(cause.entry())
                .map(decision -> decision.wishes().stream()
                        .anyMatch(wish ->
                                wish.rule().equals(rule.rule()) && wish.effect().equals(effect)))
                .orElse(false);
    }

    private Why.Step step(EntryId id, Predicate<RuleOutcome> relevant) {
        JournalEntry entry = journal.find(id)
                .orElseThrow(
                        () -> new OrderweaveException(FaultCategory.INTERNAL, "journal entry " + id + " is missing"));
        Optional<Decision> decision = decision(id);
        List<RuleOutcome> rules = decision.map(
                        it -> it.fired().stream().filter(relevant).toList())
                .orElse(List.of());
        int version =
                rules.isEmpty() ? 0 : decision.map(Decision::ruleSetVersion).orElse(0);
        return new Why.Step(entry, rules, version);
    }

    private Optional<Decision> decision(EntryId entry) {
        return journal.find(entry)
                .flatMap(it -> decisions.apply(it.subject()).stream()
                        .filter(decision -> decision.entry().equals(entry))
                        .findFirst());
    }
}
