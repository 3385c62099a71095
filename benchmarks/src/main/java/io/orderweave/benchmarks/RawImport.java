package io.orderweave.benchmarks;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Imports recorded orders as plain JDBC can at its best: look-up, rows and checkpoint, a batch to a transaction. */
final class RawImport {

    private static final String CHECKPOINT = Shop.CHANNEL + "/orders";

    private final BenchBook book;
    private final BookRows recorded;
    private final int batchSize;

    RawImport(BenchBook book, BookRows recorded, int batchSize) {
        this.book = book;
        this.recorded = recorded;
        this.batchSize = batchSize;
    }

    int run() throws SQLException {
        List<String> orders = recorded.orders();
        try (RawBook raw = new RawBook(book)) {
            for (int from = 0; from < orders.size(); from += batchSize) {
                List<String> some = orders.subList(from, Math.min(from + batchSize, orders.size()));
                raw.begin();
                take(raw, some);
                checkpoint(raw, from / batchSize);
                raw.commit();
            }
        }
        return orders.size();
    }

    private void take(RawBook raw, List<String> some) throws SQLException {
        List<@Nullable Object> refs = some.stream()
                .map(order -> recorded.value(order, "external_ref"))
                .toList();
        String lookUp = "SELECT id, version, schema_number, json FROM " + raw.table("orders")
                + " WHERE external_ref IN (" + RawBook.marks(refs.size()) + ")";
        if (raw.read(lookUp, refs) != 0) {
            throw new IllegalStateException("an order is there already");
        }
        for (BookTable table : BookTable.ALL) {
            raw.batch(recorded.insert(book, table), recorded.of(table, some));
        }
    }

    /** The first batch inserts it, the others replace it. */
    private void checkpoint(RawBook raw, int batch) throws SQLException {
        byte[] json = ("{\"checkpoint\":{\"value\":\"" + batch + "\",\"version\":1},\"id\":\"" + CHECKPOINT + "\"}")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        String table = raw.table("checkpoints");
        if (batch == 0) {
            String insert = "INSERT INTO " + table + " (id, version, schema_number, json) VALUES (?, 1, 1, ?)";
            raw.batch(insert, List.of(new Row(Arrays.asList(CHECKPOINT, json))));
            return;
        }
        raw.read("SELECT version, json FROM " + table + " WHERE id = ?", List.of(CHECKPOINT));
        String update = "UPDATE " + table + " SET version = version + 1, json = ? WHERE id = ? AND version = ?";
        raw.batch(update, List.of(new Row(Arrays.asList(json, CHECKPOINT, batch))));
    }
}
