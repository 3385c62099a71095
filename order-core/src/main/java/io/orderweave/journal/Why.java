package io.orderweave.journal;

import io.orderweave.effect.EffectKey;
import io.orderweave.rule.Condition;
import io.orderweave.rule.RuleOutcome;
import java.util.List;

/**
 * Why an effect is in the ledger: the chain from the outside event down to it.
 *
 * @param steps the outside event first
 */
public record Why(EffectKey effect, List<Step> steps) {

    public Why {
        steps = List.copyOf(steps);
    }

    /**
     * One link of the chain.
     *
     * @param rules the rules that fired on the entry's event and led on, with every value they saw
     * @param ruleSetVersion the version in force; 0 where no rule took part
     */
    public record Step(JournalEntry entry, List<RuleOutcome> rules, int ruleSetVersion) {

        public Step {
            rules = List.copyOf(rules);
        }
    }

    /** The chain for people, in English, a line a link. */
    public String text() {
        StringBuilder text = new StringBuilder("why " + effect);
        for (Step step : steps) {
            text.append("\n  ")
                    .append(step.entry().at())
                    .append("  ")
                    .append(step.entry().name())
                    .append(" by ")
                    .append(step.entry().actor());
            for (RuleOutcome rule : step.rules()) {
                text.append("\n    rule ")
                        .append(rule.rule())
                        .append(" (rule set ")
                        .append(step.ruleSetVersion())
                        .append(") fired");
                for (Condition.Finding finding : rule.findings()) {
                    text.append("\n      ")
                            .append(finding.field())
                            .append(" is ")
                            .append(finding.seen())
                            .append(", wanted ")
                            .append(finding.asked());
                }
            }
        }
        return text.toString();
    }
}
