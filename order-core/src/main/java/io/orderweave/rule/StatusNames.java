package io.orderweave.rule;

import io.orderweave.order.OrderStatus;
import io.orderweave.order.StatusCatalogue;
import io.orderweave.written.WrittenFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds conditions that wait for a status the shop does not have. */
record StatusNames(StatusCatalogue statuses) {

    private static final Set<String> FIELDS =
            Set.of(Field.STATUS.name(), Field.STATUS_FROM.name(), Field.STATUS_TO.name());

    List<String> problems(Condition condition) {
        List<String> problems = new ArrayList<>();
        collect(condition, "/when", problems);
        return problems;
    }

    private void collect(Condition condition, String place, List<String> problems) {
        if (condition instanceof Condition.All all) {
            collect(all.conditions(), place, problems);
        } else if (condition instanceof Condition.Any any) {
            collect(any.conditions(), place, problems);
        } else if (condition instanceof Condition.None none) {
            collect(none.conditions(), place, problems);
        } else if (condition instanceof TextComparison.OneOf oneOf) {
            collect(oneOf, place, problems);
        } else if (condition instanceof TextComparison.NoneOf noneOf) {
            collect(noneOf, place, problems);
        }
    }

    private void collect(List<Condition> conditions, String place, List<String> problems) {
        for (int i = 0; i < conditions.size(); i++) {
            collect(conditions.get(i), place + "/conditions/" + i, problems);
        }
    }

    private void collect(TextComparison comparison, String place, List<String> problems) {
        if (!FIELDS.contains(comparison.field()) || comparison.ignoreCase()) {
            return;
        }
        List<String> known = statuses.statuses().stream()
                .map(OrderStatus::id)
                .map(Object::toString)
                .toList();
        for (String value : comparison.values()) {
            if (!known.contains(value)) {
                problems.add(WrittenFault.of(place + "/values", "the shop has no status", value, known)
                        .toString());
            }
        }
    }
}
