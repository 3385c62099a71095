package io.orderweave.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.store.IndexValue;
import io.orderweave.store.RecordCollections;
import io.orderweave.store.RecordQuery;
import io.orderweave.store.RecordQuery.Filter;
import io.orderweave.store.RecordQuery.Position;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How SQLite means to answer the searches a shop makes all day, on an empty book without statistics. */
class SearchPlanTest {

    private static final RecordQuery ORDERS = RecordQuery.all(RecordCollections.ORDERS);

    @TempDir
    Path folder;

    private SqliteFile connections;
    private SqlConnection connection;

    @BeforeEach
    void open() throws SQLException {
        Path file = folder.resolve("book.db");
        try (JdbcStores stores = JdbcStores.sqlite(file, TestBook.CLOCK)) {
            stores.migrate();
        }
        connections = new SqliteFile(file, new SqliteDialect(Duration.ofSeconds(1)));
        connection = connections.borrow();
    }

    @AfterEach
    void close() {
        connections.giveBack(connection);
        connections.close();
    }

    @Test
    void theNewestOrdersComeFromTheIndex() throws SQLException {
        assertThat(plan(ORDERS.orderedBy("placed_at", true)))
                .anyMatch(step -> step.contains("orders_by_placed_at (placed_at>?)"));
    }

    @Test
    void aLaterPageStartsInTheIndex() throws SQLException {
        Position position = new Position(Optional.of(IndexValue.of(5)), "order-1");

        assertThat(plan(ORDERS.orderedBy("placed_at", true).after(position)))
                .anyMatch(step -> step.contains("orders_by_placed_at (placed_at<?)")
                        || step.contains("orders_by_placed_at (placed_at>? AND placed_at<?)"));
    }

    @Test
    void ordersOfAStatusComeSortedFromItsIndex() throws SQLException {
        assertThat(plan(ORDERS.where("status", "new").orderedBy("placed_at", true)))
                .anyMatch(step -> step.contains("orders_by_status (status=? AND placed_at"));
    }

    @Test
    void ordersOfAPhaseComeSortedFromItsIndex() throws SQLException {
        assertThat(plan(ORDERS.where("phase", "OPEN")
                        .where("connection", "channel-1")
                        .orderedBy("placed_at", true)))
                .anyMatch(step -> step.contains("orders_by_phase (phase=? AND placed_at"));
    }

    @Test
    void ordersOfAPaymentStateComeSortedFromItsIndex() throws SQLException {
        assertThat(plan(ORDERS.where("payment_state", "UNPAID")
                        .where("shipping_state", "DELIVERED")
                        .orderedBy("placed_at", true)))
                .anyMatch(step -> step.contains("orders_by_payment_state (payment_state=? AND placed_at"));
    }

    @Test
    void filtersOnCommonValuesAreLookedAtFromTheNewestOn() throws SQLException {
        assertThat(plan(ORDERS.where("connection", "channel-1")
                        .where("document_state", "INVOICED")
                        .orderedBy("placed_at", true)))
                .anyMatch(step -> step.contains("orders_by_placed_at (placed_at>?)"));
    }

    @Test
    void ordersOfAPaymentReferenceAreLookedUp() throws SQLException {
        assertThat(plan(ORDERS.where("payment_refs", "2026001")))
                .anyMatch(step -> step.contains("orders_payment_refs_by_value (value=?)"))
                .noneMatch(step -> step.startsWith("SCAN"));
    }

    @Test
    void anExternalReferenceIsLookedUp() throws SQLException {
        assertThat(plan(ORDERS.where("external_ref", "allegro/77")))
                .anyMatch(step -> step.contains("orders_by_external_ref (external_ref=?)"));
    }

    @Test
    void ordersOfADayComeFromTheIndex() throws SQLException {
        assertThat(plan(ORDERS.with(new Filter.Range("placed_at", 1, 2)).orderedBy("placed_at", false)))
                .anyMatch(step -> step.contains("orders_by_placed_at (placed_at>? AND placed_at<?)"))
                .noneMatch(step -> step.startsWith("SCAN"));
    }

    @Test
    void theFewOrdersOfARareTagAreFetchedAndSorted() throws SQLException {
        tag(5_000, "rare");

        assertThat(plan(ORDERS.where("tags", "rare")
                        .where("status", "delivered")
                        .orderedBy("placed_at", true)))
                .anyMatch(step -> step.contains("orders_tags_by_value (value=?)"))
                .noneMatch(step -> step.contains("orders_by_status"));
    }

    @Test
    void theOrdersOfACommonTagAreLookedForFromTheNewestOn() throws SQLException {
        tag(5_001, "common");

        assertThat(plan(ORDERS.where("tags", "common")
                        .where("status", "delivered")
                        .orderedBy("placed_at", true)))
                .anyMatch(step -> step.contains("orders_by_status (status=? AND placed_at"));
    }

    private void tag(int orders, String tag) throws SQLException {
        connection.execute("PRAGMA foreign_keys = OFF");
        connection.update(new Sql(
                "WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ?)"
                        + " INSERT INTO orderweave_orders_tags (id, value) SELECT 'order-' || n, ? FROM counted",
                List.of(orders, tag)));
    }

    private List<String> plan(RecordQuery query) throws SQLException {
        RecordTable table = new RecordTable(new TablePrefix("orderweave_"), query.collection());
        Sql sql = new RecordSearch(table, query, StartingPoint.of(connection, table, query)).statement();
        return connection.list(
                new Sql("EXPLAIN QUERY PLAN " + sql.text(), sql.parameters()), row -> row.getString("detail"));
    }
}
