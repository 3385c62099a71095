package io.orderweave.rule;

import io.orderweave.event.Event;
import io.orderweave.event.EventName;
import io.orderweave.id.RuleId;
import java.util.List;

/** What can happen to rules. */
public sealed interface RuleEvent extends Event {

    /**
     * Another rule set is in force. Subject: the configuration of rules.
     *
     * @param why in the words of who did it
     */
    record RulesApplied(int version, String why) implements RuleEvent {
        public static final EventName NAME = new EventName("rules.applied", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** A person had rules look at the order as it is. Subject: the order. */
    record RulesRunByHand(List<RuleId> rules, int version) implements RuleEvent {
        public static final EventName NAME = new EventName("rules.run-by-hand", 1);

        public RulesRunByHand {
            rules = List.copyOf(rules);
        }

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** A rule has done as much as its limit allows; the rest waits for a person, or for time. Subject: the order it stopped at. */
    record LimitReached(RuleId rule, Limit limit) implements RuleEvent {
        public static final EventName NAME = new EventName("rule.limit-reached", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** A person let a rule go on: what it has done counts no more. Subject: the configuration of rules. */
    record LimitCleared(RuleId rule, String why) implements RuleEvent {
        public static final EventName NAME = new EventName("rule.limit-cleared", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }
}
