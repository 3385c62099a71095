package io.orderweave.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * That a condition can hold only if a field has one of the values.
 *
 * @param place the field's
 */
record Required(int place, Set<String> values) {

    /** Everything of the kind that the condition requires. */
    static List<Required> of(Condition condition, Slots slots) {
        List<Required> found = new ArrayList<>();
        collect(condition, slots, found);
        return found;
    }

    /** How many rules wait under its values. */
    int sharers(Map<RuleIndex.Waiting, Integer> counts) {
        int sharers = 0;
        for (String value : values) {
            sharers += counts.getOrDefault(new RuleIndex.Waiting(place, value), 0);
        }
        return sharers;
    }

    private static void collect(Condition condition, Slots slots, List<Required> found) {
        if (condition instanceof Condition.All all) {
            all.conditions().forEach(part -> collect(part, slots, found));
        }
        if (condition instanceof TextComparison.OneOf oneOf && !oneOf.ignoreCase()) {
            int place = slots.of(oneOf.field());
            // To choose rules by such a field would ask for it on every event.
            if (!slots.isBeside(place)) {
                found.add(new Required(place, oneOf.values()));
            }
        }
    }
}
