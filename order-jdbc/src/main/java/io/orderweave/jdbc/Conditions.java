package io.orderweave.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions that must all hold, with their parameters in the same order. */
final class Conditions {

    private final List<String> conditions = new ArrayList<>();
    private final List<@Nullable Object> parameters = new ArrayList<>();

    Conditions() {}

    Conditions(Conditions other) {
        conditions.addAll(other.conditions);
        parameters.addAll(other.parameters);
    }

    Conditions add(String condition, Object... values) {
        conditions.add(condition);
        parameters.addAll(Arrays.asList(values));
        return this;
    }

    /** The column has one of these values; without values it does not matter. */
    void anyOf(String column, Collection<String> values) {
        if (!values.isEmpty()) {
            add(column + " IN (" + Sql.marks(values.size()) + ")", values.toArray());
        }
    }

    /** The column has none of these values, or no value at all. */
    void noneOf(String column, Collection<String> values) {
        if (!values.isEmpty()) {
            add(
                    "(" + column + " IS NULL OR " + column + " NOT IN (" + Sql.marks(values.size()) + "))",
                    values.toArray());
        }
    }

    /** The statement with these conditions between its {@code head} and its {@code tail}. */
    Sql complete(String head, String tail, Object... tailParameters) {
        List<@Nullable Object> all = new ArrayList<>(parameters);
        all.addAll(Arrays.asList(tailParameters));
        return new Sql(head + where() + tail, all);
    }

    private String where() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }
}
