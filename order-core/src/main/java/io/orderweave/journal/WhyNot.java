package io.orderweave.journal;

import io.orderweave.effect.EffectKind;
import io.orderweave.id.OrderId;
import io.orderweave.id.RuleId;
import io.orderweave.rule.Condition;
import io.orderweave.text.Message;
import io.orderweave.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Why an order has no effect of a kind, or why it is not done. Immutable.
 *
 * @param obstacles what stands in the way regardless of rules
 * @param rules the rules that could have led to it, the nearest first
 */
public record WhyNot(OrderId order, EffectKind kind, List<Obstacle> obstacles, List<NearMiss> rules) {

    public WhyNot {
        obstacles = List.copyOf(obstacles);
        rules = List.copyOf(rules);
    }

    /** What stands in the way. */
    public record Obstacle(Sort sort, Message message) {

        /** What sort of obstacle. */
        public enum Sort {
            /** Placed before its connection went live. */
            HISTORY,
            /** Another order took its place. */
            REPLACED,
            /** Its connection only observes, or is off. */
            MODE,
            /** The other side takes no such thing. */
            FACET,
            /** An effect of the kind is there, and how it stands. */
            EFFECT,
            /** A document covers it already, or the money is paid back. */
            COVER,
            /** The order is held. */
            HOLD
        }

        /** In English. */
        @Override
        public String toString() {
            return Texts.english().say(message);
        }
    }

    /** How near a rule came. */
    public enum Standing {
        /** Comparisons failed on the last event of its trigger. */
        FAILED,
        /** Its trigger has not happened to the order. */
        NOT_TRIGGERED,
        /** The last event of its trigger is older than the rule. */
        NEWER,
        /** It is switched off. */
        OFF,
        /** It was not active on the day of its trigger's last event. */
        INACTIVE,
        /** It fired, and wanted what was there already: a duplicate was prevented. */
        DUPLICATE,
        /** It fired, and was only recorded, for the connection observes. */
        OBSERVED,
        /** It fired, and another rule wanted the same with different content. */
        CONFLICT,
        /** It fired, or would now, and there is nothing to do for it. */
        FIRED
    }

    /**
     * A comparison that must come out otherwise for the rule to fire.
     *
     * @param unwanted it was true and must not be
     */
    public record Missing(Condition.Finding finding, boolean unwanted) {}

    /**
     * A rule that did not lead to it.
     *
     * @param trigger what it listens to
     * @param missing what must come out otherwise, in the order of the rule; of alternatives all
     */
    public record NearMiss(RuleId rule, String trigger, Standing standing, List<Missing> missing) {

        public NearMiss {
            missing = List.copyOf(missing);
        }

        /** The first comparison that must come out otherwise. */
        public Optional<Missing> first() {
            return missing.stream().findFirst();
        }
    }

    /** The answer for people, in English. */
    public String text() {
        return text(Texts.english());
    }

    /** The answer for people. */
    public String text(Texts texts) {
        StringBuilder text = new StringBuilder(texts.say("whynot", "kind", kind, "order", order));
        obstacles.forEach(obstacle -> text.append("\n  ").append(texts.say(obstacle.message())));
        for (NearMiss miss : rules) {
            text.append("\n  ")
                    .append(texts.say(
                            "standing."
                                    + miss.standing()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '-'),
                            "rule",
                            miss.rule(),
                            "trigger",
                            miss.trigger()));
            miss.missing()
                    .forEach(missing ->
                            text.append("\n    ").append(Findings.text(missing.finding(), missing.unwanted(), texts)));
        }
        if (obstacles.isEmpty() && rules.isEmpty()) {
            text.append("\n  ").append(texts.say("whynot.nothing"));
        }
        return text.toString();
    }
}
