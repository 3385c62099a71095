package io.orderweave.benchmarks;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of one row: texts, numbers, bytes or null. */
record Row(List<@Nullable Object> values) {

    /** The values that tell the row from the others of its table. */
    List<@Nullable Object> key(BookTable table) {
        return values.subList(0, table.key());
    }

    void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            bind(statement, i + 1, values.get(i));
        }
    }

    static void bind(PreparedStatement statement, int position, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(position, Types.NULL);
        } else if (value instanceof String text) {
            statement.setString(position, text);
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(position, bytes);
        } else {
            statement.setLong(position, ((Number) value).longValue());
        }
    }
}
