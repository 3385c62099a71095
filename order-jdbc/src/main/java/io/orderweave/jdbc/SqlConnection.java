package io.orderweave.jdbc;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A connection that keeps the statements it prepared last. Used by one thread at a time. */
final class SqlConnection {

    /** More than the stores have statements of one shape; searches have many shapes. */
    private static final int KEPT_STATEMENTS = 64;

    private final Connection connection;
    private final LinkedHashMap<String, PreparedStatement> statements = new LinkedHashMap<>(16, 0.75f, true);
    private boolean broken;

    SqlConnection(Connection connection) {
        this.connection = connection;
    }

    Connection jdbc() {
        return connection;
    }

    /** Remembers that nobody knows what state it is in: it must not be used for anything else. */
    void markBroken() {
        broken = true;
    }

    boolean isBroken() {
        return broken;
    }

    /** Executes a command without parameters and without result. */
    void execute(String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** The number of rows the statement changed. */
    int update(Sql sql) throws SQLException {
        return bound(sql).executeUpdate();
    }

    /** The number of rows changed by the statement with each of these parameter lists. */
    int[] updateAll(String text, List<List<@Nullable Object>> batch) throws SQLException {
        PreparedStatement statement = prepared(text);
        try {
            for (List<@Nullable Object> parameters : batch) {
                bind(statement, parameters);
                statement.addBatch();
            }
            return statement.executeBatch();
        } finally {
            statement.clearBatch();
        }
    }

    /**
     * As {@link #updateAll}, where it matters which rows were written.
     *
     * @throws OrderweaveException (INVALID_CONFIGURATION) when the driver does not say
     */
    int[] countAll(String text, List<List<@Nullable Object>> batch) throws SQLException {
        int[] counts = updateAll(text, batch);
        for (int count : counts) {
            if (count == Statement.SUCCESS_NO_INFO) {
                // Else a row that was passed over would be taken for written.
                throw new OrderweaveException(
                        FaultCategory.INVALID_CONFIGURATION,
                        "the driver does not say what a batch wrote: switch reWriteBatchedInserts off");
            }
        }
        return counts;
    }

    <T> List<T> list(Sql sql, RowMapper<T> mapper) throws SQLException {
        List<T> found = new ArrayList<>();
        try (ResultSet rows = bound(sql).executeQuery()) {
            while (rows.next()) {
                found.add(mapper.map(rows));
            }
        }
        return found;
    }

    /** The first row, if any. */
    <T> Optional<T> first(Sql sql, RowMapper<T> mapper) throws SQLException {
        try (ResultSet rows = bound(sql).executeQuery()) {
            return rows.next() ? Optional.of(mapper.map(rows)) : Optional.empty();
        }
    }

    /** Closes the statements, not the connection. */
    void closeStatements() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
        statements.clear();
    }

    private PreparedStatement bound(Sql sql) throws SQLException {
        PreparedStatement statement = prepared(sql.text());
        bind(statement, sql.parameters());
        return statement;
    }

    private PreparedStatement prepared(String text) throws SQLException {
        PreparedStatement kept = statements.get(text);
        if (kept != null) {
            return kept;
        }
        if (statements.size() == KEPT_STATEMENTS) {
            Map.Entry<String, PreparedStatement> eldest =
                    statements.entrySet().iterator().next();
            statements.remove(eldest.getKey());
            eldest.getValue().close();
        }
        PreparedStatement statement = connection.prepareStatement(text);
        statements.put(text, statement);
        return statement;
    }

    private static void bind(PreparedStatement statement, List<@Nullable Object> parameters) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            bind(statement, i + 1, parameters.get(i));
        }
    }

    private static void bind(PreparedStatement statement, int position, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(position, Types.NULL);
        } else if (value instanceof String text) {
            statement.setString(position, StoredText.encode(text));
        } else if (value instanceof Number number) {
            statement.setLong(position, number.longValue());
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(position, bytes);
        } else {
            throw new IllegalArgumentException(
                    "no column holds a " + value.getClass().getName());
        }
    }
}
