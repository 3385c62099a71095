package io.orderweave.journal;

import io.orderweave.effect.EffectKey;
import io.orderweave.rule.Condition;
import io.orderweave.rule.RuleOutcome;
import io.orderweave.text.Texts;
import java.util.List;
import java.util.Optional;

/**
 * Why an effect is in the ledger: the chain from the outside event down to it. Immutable.
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
     * @param told version of the mappings by which the effect tells the channel of the entry; empty where they did not lead on
     */
    public record Step(JournalEntry entry, List<RuleOutcome> rules, int ruleSetVersion, Optional<Integer> told) {

        public Step {
            rules = List.copyOf(rules);
        }
    }

    /** The chain for people, in English, a line a link. */
    public String text() {
        return text(Texts.english());
    }

    /** The chain for people, a line a link. */
    public String text(Texts texts) {
        StringBuilder text = new StringBuilder(texts.say("why", "effect", effect));
        for (Step step : steps) {
            text.append("\n  ")
                    .append(texts.say(
                            "why.step",
                            "at",
                            step.entry().at(),
                            "event",
                            step.entry().name(),
                            "actor",
                            step.entry().actor()));
            step.entry().mappings().ifPresent(version -> mappings(text, "why.mapped", version, texts));
            for (RuleOutcome rule : step.rules()) {
                text.append("\n    ")
                        .append(texts.say("why.rule", "rule", rule.rule(), "version", step.ruleSetVersion()));
                for (Condition.Finding finding : rule.findings()) {
                    text.append("\n      ").append(Findings.text(finding, false, texts));
                }
            }
            step.told().ifPresent(version -> mappings(text, "why.told", version, texts));
        }
        return text.toString();
    }

    private static void mappings(StringBuilder text, String key, int version, Texts texts) {
        text.append("\n    ").append(texts.say(key, "version", version));
    }
}
