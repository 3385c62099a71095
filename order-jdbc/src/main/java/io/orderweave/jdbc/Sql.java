package io.orderweave.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement and its parameters: texts, numbers and bytes; null is NULL. */
record Sql(String text, List<@Nullable Object> parameters) {

    static Sql of(String text, @Nullable Object... parameters) {
        return new Sql(text, Arrays.asList(parameters));
    }

    /** So many parameter marks, separated by commas. */
    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    /** Repeats the last value up to a power of two, so that few statements of different length are prepared. */
    static <T> List<T> padded(List<T> values) {
        if (values.isEmpty()) {
            return values;
        }
        int size = Integer.highestOneBit(2 * values.size() - 1);
        List<T> padded = new ArrayList<>(values);
        padded.addAll(Collections.nCopies(size - values.size(), values.get(values.size() - 1)));
        return padded;
    }

    /** Without the parameters, which may be personal data. */
    @Override
    public String toString() {
        return text;
    }
}
