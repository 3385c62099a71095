package io.orderweave.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes recorded orders by plain JDBC, a transaction each. */
final class RawChanges {

    private final BenchBook book;
    private final BookRows before;
    private final BookRows added;
    private final String update;

    RawChanges(BenchBook book, BookRows before, BookRows added) {
        this.book = book;
        this.before = before;
        this.added = added;
        List<String> set = changeable().stream().map(name -> name + " = ?").toList();
        this.update = "UPDATE " + book.prefix() + "orders SET " + String.join(", ", set)
                + ", version = version + 1 WHERE id = ? AND version = ?";
    }

    void run() throws SQLException {
        try (RawBook raw = new RawBook(book)) {
            for (String order : before.orders()) {
                change(raw, order);
            }
        }
    }

    private void change(RawBook raw, String order) throws SQLException {
        raw.begin();
        raw.read(
                "SELECT id, version, schema_number, json FROM " + raw.table("orders") + " WHERE id = ?",
                List.of(order));
        raw.batch(update, List.of(replaced(order)));
        for (BookTable table : BookTable.ALL) {
            if (!table.equals(BookTable.ORDERS)) {
                raw.batch(added.insert(book, table), added.of(table, List.of(order)));
            }
        }
        raw.commit();
    }

    private Row replaced(String order) {
        List<@Nullable Object> values = new ArrayList<>();
        changeable().forEach(column -> values.add(added.value(order, column)));
        values.add(order);
        values.add(before.value(order, "version"));
        return new Row(values);
    }

    private List<String> changeable() {
        return added.columns().getOrDefault(BookTable.ORDERS, List.of()).stream()
                .filter(column -> !column.equals("id") && !column.equals("version"))
                .toList();
    }
}
