package io.orderweave.journal;

import io.orderweave.effect.EffectKind;
import io.orderweave.id.OrderId;
import io.orderweave.id.RuleId;
import io.orderweave.rule.Condition;
import java.util.List;
import java.util.Optional;

/**
 * Why an order has no effect of a kind, or why it is not done.
 *
 * @param obstacles what stands in the way regardless of rules: history, mode, hold, cover used, an effect that waits
 * @param rules the rules that could have led to it, the nearest first
 */
public record WhyNot(OrderId order, EffectKind kind, List<String> obstacles, List<NearMiss> rules) {

    public WhyNot {
        obstacles = List.copyOf(obstacles);
        rules = List.copyOf(rules);
    }

    /**
     * A rule that did not lead to it.
     *
     * @param triggered whether its event has happened to the order at all
     * @param failed the comparisons that were not true when it last was evaluated, or would be now
     */
    public record NearMiss(RuleId rule, String trigger, boolean triggered, List<Condition.Finding> failed) {

        public NearMiss {
            failed = List.copyOf(failed);
        }

        /** The first comparison that was not true. */
        public Optional<Condition.Finding> first() {
            return failed.stream().findFirst();
        }
    }

    /** The answer for people, in English. */
    public String text() {
        StringBuilder text = new StringBuilder("why no " + kind + " for order " + order);
        obstacles.forEach(obstacle -> text.append("\n  ").append(obstacle));
        for (NearMiss miss : rules) {
            text.append("\n  rule ").append(miss.rule());
            if (!miss.triggered()) {
                text.append(": ").append(miss.trigger()).append(" has not happened");
            }
            miss.failed()
                    .forEach(finding -> text.append("\n    ")
                            .append(finding.field())
                            .append(" is ")
                            .append(finding.seen())
                            .append(", wanted ")
                            .append(finding.asked()));
        }
        if (obstacles.isEmpty() && rules.isEmpty()) {
            text.append("\n  no rule asks for it");
        }
        return text.toString();
    }
}
