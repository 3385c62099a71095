package io.orderweave.jdbc;

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

    /** Without the parameters, which may be personal data. */
    @Override
    public String toString() {
        return text;
    }
}
