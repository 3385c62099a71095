package io.orderweave.benchmarks;

import io.orderweave.OrderHub;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A book of very many orders, loaded by plain JDBC and kept for the next run. Its orders are copies of a few that the engine wrote,
 * with identities, times and states of their own.
 */
final class LargeBook {

    private static final int TEMPLATES = 100;
    private static final int AT_ONCE = 1_000;

    private final BenchBook book;
    private final BookRows templates;
    private final int count;

    private LargeBook(BenchBook book, BookRows templates, int count) {
        this.book = book;
        this.templates = templates;
        this.count = count;
    }

    /** The kept book of that many orders, loaded when it is not there yet. */
    static BenchBook open(Database database, int count) throws IOException, SQLException {
        BenchBook book = database.keptBook("large" + count);
        long present = orders(book);
        if (present == 0) {
            new LargeBook(book, templates(database), count).load();
        } else if (present != count) {
            throw new IllegalStateException("a load was cut short: remove the folder " + DatabaseBenchmark.folder());
        }
        return book;
    }

    private static BookRows templates(Database database) throws IOException, SQLException {
        ShopFeed feed = new ShopFeed(new Catalogue(20260304).orders(TEMPLATES), 100);
        try (BenchBook scratch = database.newBook();
                OrderHub engine = Shop.open(scratch.stores(), feed, "node-1")) {
            engine.pull(Shop.CHANNEL);
            return BookRows.read(scratch);
        }
    }

    private static long orders(BenchBook book) throws SQLException {
        try (Connection connection = book.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + book.prefix() + "orders")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void load() throws SQLException {
        Random random = new Random(20260305);
        try (Connection connection = book.connect()) {
            connection.setAutoCommit(false);
            for (int from = 0; from < count; from += AT_ONCE) {
                List<Copy> copies = new ArrayList<>();
                for (int i = from; i < Math.min(from + AT_ONCE, count); i++) {
                    copies.add(copy(i, PastOrder.at(i, count, random)));
                }
                for (BookTable table : List.of(
                        BookTable.ORDERS,
                        BookTable.named("orders_line_refs"),
                        BookTable.named("orders_payment_refs"),
                        BookTable.named("orders_tags"))) {
                    write(connection, table, copies);
                }
                // One transaction in all on SQLite would be as good; this keeps the log of PostgreSQL short.
                connection.commit();
            }
            connection.setAutoCommit(true);
        }
        book.analyze();
    }

    private void write(Connection connection, BookTable table, List<Copy> copies) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(templates.insert(book, table))) {
            for (Copy copy : copies) {
                for (Row row : copy.rows(templates, table)) {
                    row.bind(insert);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private Copy copy(int position, PastOrder past) {
        String template = templates.orders().get(position % templates.orders().size());
        // As the engine makes them: they begin with the time.
        String id = "%012x%020x".formatted(past.placedAt().toEpochMilli(), position);
        return new Copy(template, Catalogue.externalId(position % TEMPLATES), id, "L%08d".formatted(position), past);
    }

    /**
     * A copy of an order.
     *
     * @param template id of the order it is a copy of
     * @param templateNumber its number, which its external id and lines begin with
     */
    private record Copy(String template, String templateNumber, String id, String number, PastOrder past) {

        List<Row> rows(BookRows templates, BookTable table) {
            if (table.name().equals("orders_tags")) {
                return past.tags().stream()
                        .map(tag -> new Row(Arrays.asList(id, tag)))
                        .toList();
            }
            List<String> columns = Objects.requireNonNull(templates.columns().get(table));
            List<Row> rows = new ArrayList<>();
            for (Row row : templates.of(table, List.of(template))) {
                List<@Nullable Object> values = new ArrayList<>();
                for (int i = 0; i < columns.size(); i++) {
                    values.add(value(columns.get(i), row.values().get(i)));
                }
                rows.add(new Row(values));
            }
            return rows;
        }

        private @Nullable Object value(String column, @Nullable Object original) {
            return switch (column) {
                case "id" -> id;
                case "connection" -> past.connection();
                case "status" -> past.status();
                case "phase" -> past.phase();
                case "payment_state" -> past.payment();
                case "shipping_state" -> past.shipping();
                case "document_state" -> past.documents();
                case "placed_at" -> ChronoUnit.MICROS.between(Instant.EPOCH, past.placedAt());
                case "json" -> json(original);
                default -> original instanceof String text ? renumbered(text) : original;
            };
        }

        private String renumbered(String text) {
            // References of payments leave the letter out.
            return text.replace(templateNumber, number).replace(templateNumber.substring(1), number.substring(1));
        }

        private byte[] json(@Nullable Object original) {
            String json = new String((byte[]) Objects.requireNonNull(original), StandardCharsets.UTF_8);
            BiFunction<String, String, String> member = (name, value) -> "\"" + name + "\":\"" + value + "\"";
            return renumbered(json.replace(template, id))
                    .replaceFirst(
                            "\"placedAt\":\"[^\"]*\"",
                            member.apply("placedAt", past.placedAt().toString()))
                    .replaceFirst("\"connection\":\"[^\"]*\"", member.apply("connection", past.connection()))
                    .replaceFirst("\"phase\":\"[^\"]*\"", member.apply("phase", past.phase()))
                    .replaceFirst("\"status\":\"[^\"]*\"", member.apply("status", past.status()))
                    .getBytes(StandardCharsets.UTF_8);
        }
    }
}
