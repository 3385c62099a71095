package io.orderweave.rule;

import io.orderweave.event.EventName;
import io.orderweave.id.OrderId;
import io.orderweave.id.RuleId;
import java.util.List;
import java.util.Set;

/**
 * What rules would do to orders: a list for a person to look at before it is applied. A value.
 *
 * @param id of the plan; each can be applied once
 * @param version of the rule set it was made with
 * @param rules that were asked
 * @param rows one for each order to which something would happen
 */
public record RulePlan(String id, int version, Set<RuleId> rules, List<Row> rows) {

    public RulePlan {
        rules = Set.copyOf(rules);
        rows = List.copyOf(rows);
    }

    /**
     * What would happen to one order, also by rules that follow from those asked.
     *
     * @param fired the rules that would fire, in their order
     * @param events what would happen to the order itself
     * @param effects what would be planned, with its fate: a duplicate is there already
     * @param faults what could not be done, and would hold the order
     */
    public record Row(
            OrderId order,
            List<RuleId> fired,
            List<EventName> events,
            List<Decision.Wish> effects,
            List<Decision.Fault> faults) {

        public Row {
            fired = List.copyOf(fired);
            events = List.copyOf(events);
            effects = List.copyOf(effects);
            faults = List.copyOf(faults);
        }
    }
}
