package io.orderweave.examples.shop;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What lies in a database at one moment, but for its leases. */
record Rows(Map<String, List<String>> byTable) {

    static Rows of(Path sqliteFile) throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + sqliteFile);
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                rows.put(table, rowsOf(statement, table));
            }
        }
        return new Rows(rows);
    }

    /** The rows that are not those of another moment, as they were and as they are. */
    List<String> changesSince(Rows before) {
        List<String> changes = new ArrayList<>();
        byTable.forEach((table, rows) -> {
            List<String> old = before.byTable.getOrDefault(table, List.of());
            old.stream().filter(row -> !rows.contains(row)).forEach(row -> changes.add(table + " had " + row));
            rows.stream().filter(row -> !old.contains(row)).forEach(row -> changes.add(table + " has " + row));
        });
        return changes;
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet names = statement.executeQuery(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%leases'")) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        return tables;
    }

    private static List<String> rowsOf(Statement statement, String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery("SELECT * FROM " + table)) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                StringBuilder row = new StringBuilder();
                for (int column = 1; column <= columns; column++) {
                    row.append(text(found.getObject(column))).append('|');
                }
                rows.add(row.toString());
            }
        }
        rows.sort(null);
        return rows;
    }

    private static String text(Object value) {
        if (!(value instanceof byte[] bytes)) {
            return String.valueOf(value);
        }
        boolean json = bytes.length > 0 && (bytes[0] == '{' || bytes[0] == '[');
        return json
                ? new String(bytes, StandardCharsets.UTF_8)
                : bytes.length + " bytes, hash " + Arrays.hashCode(bytes);
    }
}
