package io.orderweave.rule;

import io.orderweave.id.RuleId;
import io.orderweave.id.StatusId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds rules whose actions trigger each other in a circle: over statuses, tags, raised events and timers, and over the outside: a status
 * that is told to a channel comes back as a status of the channel's.
 */
final class RuleCircles {

    private final Echoes echoes;
    private final Map<Rule, List<Rule>> leadsTo = new LinkedHashMap<>();
    private final Set<Rule> finished = new HashSet<>();
    private final List<List<RuleId>> circles = new ArrayList<>();

    private RuleCircles(List<Rule> rules, Echoes echoes) {
        this.echoes = echoes;
        for (Rule rule : rules) {
            leadsTo.put(
                    rule, rules.stream().filter(other -> triggers(rule, other)).toList());
        }
    }

    /** Each circle once, from the rule that stands first in the set. */
    static List<List<RuleId>> of(List<Rule> rules, Echoes echoes) {
        RuleCircles search = new RuleCircles(rules, echoes);
        rules.forEach(rule -> search.follow(rule, new ArrayList<>()));
        return search.circles;
    }

    private void follow(Rule rule, List<Rule> path) {
        int met = path.indexOf(rule);
        if (met >= 0) {
            circles.add(path.subList(met, path.size()).stream().map(Rule::id).toList());
            return;
        }
        if (finished.contains(rule)) {
            return;
        }
        path.add(rule);
        leadsTo.getOrDefault(rule, List.of()).forEach(next -> follow(next, path));
        path.remove(path.size() - 1);
        finished.add(rule);
    }

    private boolean triggers(Rule rule, Rule other) {
        return rule.actions().stream().anyMatch(action -> triggers(rule, action, other));
    }

    private boolean triggers(Rule rule, Action action, Rule other) {
        if (action instanceof Action.SetStatus set) {
            return enters(set.status(), other)
                    || echoes.of(set.status()).stream().anyMatch(echo -> enters(echo, other));
        }
        if (action instanceof Action.Raise raise) {
            return other.trigger() instanceof Trigger.Manual manual
                    && manual.name().equals(raise.event());
        }
        if (action instanceof Action.StartTimer timer) {
            // One that starts itself again is a reminder, which ends when its condition does.
            return rule != other && RuleLint.awaits(other, timer.timer());
        }
        return false;
    }

    /** To set a status that is set already is no event. */
    private static boolean enters(StatusId status, Rule other) {
        return !other.actions().contains(new Action.SetStatus(status)) && awaitsStatus(other, status);
    }

    private static boolean awaitsStatus(Rule rule, StatusId status) {
        if (rule.trigger() instanceof Trigger.StatusEntered entered) {
            return entered.status().equals(status);
        }
        if (!(rule.trigger() instanceof Trigger.OnEvent on) || !on.event().equals("order.status-changed")) {
            return false;
        }
        Demands demands = Demands.of(rule.condition());
        return demands.oneOf("event.status-to")
                        .filter(to -> !to.contains(status.value()))
                        .isEmpty()
                && demands.oneOf("status")
                        .filter(is -> !is.contains(status.value()))
                        .isEmpty();
    }
}
