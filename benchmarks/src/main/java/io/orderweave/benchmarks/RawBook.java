package io.orderweave.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Plain JDBC on one connection: prepared statements that are kept, batches, explicit transactions. Used by one thread. */
final class RawBook implements AutoCloseable {

    private final BenchBook book;
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    RawBook(BenchBook book) throws SQLException {
        this.book = book;
        this.connection = book.connect();
    }

    String table(String name) {
        return book.prefix() + name;
    }

    void begin() throws SQLException {
        execute(book.begin());
    }

    void commit() throws SQLException {
        execute("COMMIT");
    }

    PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement kept = statements.get(sql);
        if (kept == null) {
            kept = connection.prepareStatement(sql);
            statements.put(sql, kept);
        }
        return kept;
    }

    /** Runs the statement once for each row, in one batch. */
    void batch(String sql, List<Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        PreparedStatement statement = prepared(sql);
        for (Row row : rows) {
            row.bind(statement);
            statement.addBatch();
        }
        for (int count : statement.executeBatch()) {
            if (count != 1) {
                throw new IllegalStateException("a row was not written: " + sql);
            }
        }
    }

    /** Runs a select and reads all of its rows. */
    int read(String sql, List<?> parameters) throws SQLException {
        PreparedStatement statement = prepared(sql);
        for (int i = 0; i < parameters.size(); i++) {
            Row.bind(statement, i + 1, parameters.get(i));
        }
        int found = 0;
        try (ResultSet rows = statement.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    rows.getObject(i);
                }
                found++;
            }
        }
        return found;
    }

    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    private void execute(String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
        connection.close();
    }
}
