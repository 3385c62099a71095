package io.orderweave.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows orders left in a book, by table and order, as bytes ready to be written again: what plain JDBC is given, so that it
 * writes exactly what the engine wrote and thinks of nothing.
 *
 * @param columns names by table, in the order of the rows' values
 * @param orders ids of the orders, in the order of their purchase, in which the engine met them
 */
record BookRows(
        Map<BookTable, List<String>> columns, Map<BookTable, Map<String, List<Row>>> rows, List<String> orders) {

    static BookRows read(BenchBook book) throws SQLException {
        Map<BookTable, List<String>> columns = new HashMap<>();
        Map<BookTable, Map<String, List<Row>>> rows = new HashMap<>();
        try (Connection connection = book.connect()) {
            for (BookTable table : BookTable.ALL) {
                rows.put(table, read(connection, book, table, columns));
            }
        }
        return new BookRows(columns, rows, sorted(columns, rows));
    }

    private static Map<String, List<Row>> read(
            Connection connection, BenchBook book, BookTable table, Map<BookTable, List<String>> columns)
            throws SQLException {
        Map<String, List<Row>> found = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + book.prefix() + table.name())) {
            List<String> names = names(rows.getMetaData());
            columns.put(table, names);
            while (rows.next()) {
                List<@Nullable Object> values = new ArrayList<>();
                for (int i = 1; i <= names.size(); i++) {
                    values.add(rows.getObject(i));
                }
                String order = BookTable.orderId(rows.getString(table.order()));
                found.computeIfAbsent(order, id -> new ArrayList<>()).add(new Row(values));
            }
        }
        return found;
    }

    private static List<String> names(ResultSetMetaData data) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= data.getColumnCount(); i++) {
            names.add(data.getColumnName(i));
        }
        return names;
    }

    private static List<String> sorted(
            Map<BookTable, List<String>> columns, Map<BookTable, Map<String, List<Row>>> rows) {
        List<String> names = columns.getOrDefault(BookTable.ORDERS, List.of());
        int placedAt = names.indexOf("placed_at");
        int externalRef = names.indexOf("external_ref");
        Map<String, List<Row>> orders = rows.getOrDefault(BookTable.ORDERS, Map.of());
        return orders.keySet().stream()
                .sorted(Comparator.comparingLong((String id) -> (Long) value(orders, id, placedAt))
                        .thenComparing(id -> String.valueOf(value(orders, id, externalRef))))
                .toList();
    }

    private static @Nullable Object value(Map<String, List<Row>> orders, String id, int column) {
        return orders.getOrDefault(id, List.of()).get(0).values().get(column);
    }

    /** The rows of these orders in one table. */
    List<Row> of(BookTable table, List<String> some) {
        Map<String, List<Row>> byOrder = rows.getOrDefault(table, Map.of());
        return some.stream()
                .flatMap(order -> byOrder.getOrDefault(order, List.of()).stream())
                .toList();
    }

    /** A value of an order's own row. */
    @Nullable
    Object value(String order, String column) {
        return of(BookTable.ORDERS, List.of(order))
                .get(0)
                .values()
                .get(columns.getOrDefault(BookTable.ORDERS, List.of()).indexOf(column));
    }

    /** The rows that were not there in {@code before}; of the orders themselves all, since an order is replaced as a whole. */
    BookRows since(BookRows before) {
        Map<BookTable, Map<String, List<Row>>> more = new HashMap<>();
        for (BookTable table : BookTable.ALL) {
            if (table.equals(BookTable.ORDERS)) {
                more.put(table, rows.getOrDefault(table, Map.of()));
                continue;
            }
            Set<List<@Nullable Object>> known = new HashSet<>();
            before.of(table, before.orders()).forEach(row -> known.add(row.key(table)));
            Map<String, List<Row>> added = new LinkedHashMap<>();
            rows.getOrDefault(table, Map.of())
                    .forEach((order, all) -> added.put(
                            order,
                            all.stream()
                                    .filter(row -> !known.contains(row.key(table)))
                                    .toList()));
            more.put(table, added);
        }
        return new BookRows(columns, more, orders);
    }

    String insert(BenchBook book, BookTable table) {
        List<String> names = columns.getOrDefault(table, List.of());
        return "INSERT INTO " + book.prefix() + table.name() + " (" + String.join(", ", names) + ") VALUES ("
                + String.join(", ", names.stream().map(name -> "?").toList()) + ")";
    }

    /** Deletes every row of the orders, in one transaction. */
    void deleteAll(BenchBook book) throws SQLException {
        try (Connection connection = book.connect()) {
            connection.setAutoCommit(false);
            for (int i = BookTable.ALL.size() - 1; i >= 0; i--) {
                BookTable table = BookTable.ALL.get(i);
                String sql = "DELETE FROM " + book.prefix() + table.name() + " WHERE " + table.order() + " = ?";
                try (PreparedStatement delete = connection.prepareStatement(sql)) {
                    for (String order : orders) {
                        delete.setString(1, table.order().equals("subject") ? "order/" + order : order);
                        delete.addBatch();
                    }
                    delete.executeBatch();
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    /** Writes every row, in one transaction. */
    void insertAll(BenchBook book) throws SQLException {
        try (Connection connection = book.connect()) {
            connection.setAutoCommit(false);
            for (BookTable table : BookTable.ALL) {
                try (PreparedStatement insert = connection.prepareStatement(insert(book, table))) {
                    for (Row row : of(table, orders)) {
                        row.bind(insert);
                        insert.addBatch();
                    }
                    insert.executeBatch();
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }
}
