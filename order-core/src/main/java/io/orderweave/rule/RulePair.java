package io.orderweave.rule;

import io.orderweave.id.StatusId;
import io.orderweave.order.StatusCatalogue;
import io.orderweave.rule.LintFinding.Kind;
import io.orderweave.rule.LintFinding.Severity;
import java.util.List;
import java.util.Optional;

/**
 * Two rules that may fire on the same event.
 *
 * @param first the one that acts first
 */
record RulePair(Rule first, Rule second, StatusCatalogue statuses) {

    /** The worst that is to be said of the two. */
    Optional<LintFinding> finding() {
        if (!mayMeet()) {
            return Optional.empty();
        }
        return contradiction()
                .map(what -> finding(Kind.CONTRADICTORY, Severity.ERROR, what))
                .or(() -> isShadowed() ? Optional.of(finding(Kind.SHADOWED, Severity.WARNING, "")) : Optional.empty())
                .or(() -> common().map(what -> finding(Kind.TWICE, Severity.HINT, what)));
    }

    private LintFinding finding(Kind kind, Severity severity, String what) {
        // Of a rule that adds nothing it is the second that is spoken of.
        Rule subject = kind == Kind.SHADOWED ? second : first;
        Rule other = kind == Kind.SHADOWED ? first : second;
        return LintFinding.of(
                kind,
                severity,
                List.of(first.id(), second.id()),
                "rule",
                subject.id(),
                "other",
                other.id(),
                "what",
                what,
                "kind",
                what);
    }

    /** Whether one event can let both fire. */
    private boolean mayMeet() {
        boolean sameTrigger = first.trigger().equals(second.trigger())
                || (first.trigger() instanceof Trigger.OnEvent on
                        && second.trigger().events().contains(on.event()))
                || (second.trigger() instanceof Trigger.OnEvent on
                        && first.trigger().events().contains(on.event()));
        return sameTrigger
                && Demands.of(
                                first.condition(),
                                second.condition(),
                                RuleLint.implied(first.trigger()),
                                RuleLint.implied(second.trigger()))
                        .contradiction()
                        .isEmpty();
    }

    private Optional<String> contradiction() {
        for (Action one : first.actions()) {
            for (Action other : second.actions()) {
                Optional<String> what = contradiction(one, other);
                if (what.isPresent()) {
                    return what;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> contradiction(Action one, Action other) {
        if (one instanceof Action.SetStatus set && other instanceof Action.SetStatus otherSet) {
            return isStepBack(set.status(), otherSet.status())
                    ? Optional.of("status " + set.status() + ", " + otherSet.status())
                    : Optional.empty();
        }
        boolean sameKey = key(one).isPresent() && key(one).equals(key(other));
        return sameKey && !one.equals(other) ? key(one) : Optional.empty();
    }

    /** From one status to one that is further is a way; to another of the same phase, or back, is none. */
    private boolean isStepBack(StatusId one, StatusId other) {
        return !one.equals(other)
                && statuses.find(one).isPresent()
                && statuses.find(other).isPresent()
                && statuses.phase(other).compareTo(statuses.phase(one)) <= 0;
    }

    /** What the two plan under one key. */
    private static Optional<String> key(Action action) {
        if (action instanceof Action.IssueDocument issue) {
            return Optional.of("document " + issue.kind());
        }
        if (action instanceof Action.CreateShipment) {
            return Optional.of("shipment");
        }
        return action instanceof Action.CreditDocuments ? Optional.of("credit notes") : Optional.empty();
    }

    /** Whether the second never does what the first has not done. */
    private boolean isShadowed() {
        return first.trigger().equals(second.trigger())
                && first.actions().containsAll(second.actions())
                && first.firstDay().isEmpty()
                && first.lastDay().isEmpty()
                && impliesFirst();
    }

    private boolean impliesFirst() {
        if (first.condition().equals(second.condition())) {
            return true;
        }
        Demands wide = Demands.of(first.condition());
        return wide.isPlain() && Demands.of(second.condition()).required().containsAll(wide.required());
    }

    /** An irreversible action that both have. */
    private Optional<String> common() {
        return first.actions().stream()
                .filter(Action::irreversible)
                .filter(second.actions()::contains)
                .flatMap(action -> key(action).stream())
                .findFirst();
    }
}
