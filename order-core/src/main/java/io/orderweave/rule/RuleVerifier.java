package io.orderweave.rule;

import io.orderweave.id.RuleId;
import java.util.ArrayList;
import java.util.List;

/** Finds what is wrong with a rule set before it is used: names that do not exist, actions a trigger cannot serve. */
public record RuleVerifier(Abilities hub) {

    /** Every problem, each as one sentence that names the rule. */
    public List<String> problems(RuleSet rules) {
        List<String> problems = new ArrayList<>();
        for (RuleId id : rules.repeated()) {
            problems.add("rule " + id + " is there more than once");
        }
        for (Rule rule : rules.rules()) {
            problems(rule).forEach(problem -> problems.add("rule " + rule.id() + ": " + problem));
        }
        return problems;
    }

    private List<String> problems(Rule rule) {
        ActionVerifier actions = new ActionVerifier(hub);
        List<String> problems = new ArrayList<>(new TriggerVerifier(hub).problems(rule.trigger()));
        rule.condition()
                .problems(hub.fields())
                .forEach(fault -> problems.add(fault.below("/when").toString()));
        problems.addAll(new StatusNames(hub.statuses()).problems(rule.condition()));
        if (rule.actions().isEmpty()) {
            problems.add("it has no action");
        }
        rule.actions().forEach(action -> problems.addAll(actions.problems(action, rule.trigger())));
        if (rule.limit().isPresent() && rule.actions().stream().noneMatch(actions::isIrreversible)) {
            problems.add("it has a limit and does nothing irreversible that could be counted");
        }
        return problems;
    }
}
