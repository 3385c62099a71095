package io.orderweave.jdbc;

import static io.orderweave.jdbc.Faults.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.error.FaultCategory;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresMigrationTest {

    private static final String PREFIX = "migrated_";

    @BeforeEach
    void dropTables() {
        PostgresServer.drop(PREFIX);
        PostgresServer.execute("DROP SCHEMA IF EXISTS \"order\" CASCADE");
    }

    @Test
    void migratesOnceAndThenDoesNothing() {
        try (JdbcStores stores = open()) {
            assertThat(stores.migrate()).isEqualTo(1);
            TestBook.insert(stores, TestBook.ORDER);

            assertThat(stores.migrate()).isZero();
            assertThat(TestBook.has(stores, TestBook.ORDER)).isTrue();
        }
        assertThat(PostgresServer.texts(
                        "SELECT version || ' ' || name || ' ' || applied_at FROM migrated_schema_history"))
                .containsExactly("1 tables 2026-03-01T10:00:00Z");
    }

    @Test
    void neverMigratesByItself() {
        try (JdbcStores stores = open()) {
            assertFault(
                    () -> TestBook.has(stores, TestBook.ORDER),
                    FaultCategory.INVALID_CONFIGURATION,
                    "migrated_*",
                    "no tables yet",
                    "call migrate()");
        }
    }

    @Test
    void refusesANewerSchema() {
        try (JdbcStores stores = open()) {
            stores.migrate();
            PostgresServer.execute("INSERT INTO migrated_schema_history VALUES (2, 'later', 'x', '2027-01-01')");

            assertFault(stores::migrate, FaultCategory.NEWER_SCHEMA, "schema version 2", "newer library");
            assertFault(() -> TestBook.has(stores, TestBook.ORDER), FaultCategory.NEWER_SCHEMA);
        }
    }

    @Test
    void refusesAChangedChecksum() {
        try (JdbcStores stores = open()) {
            stores.migrate();
            PostgresServer.execute("UPDATE migrated_schema_history SET checksum = 'edited'");

            assertFault(stores::migrate, FaultCategory.INVALID_CONFIGURATION, "another script 1 (tables)");
        }
    }

    @Test
    void aFailedMigrationLeavesNothing() {
        PostgresServer.execute("CREATE TABLE migrated_blobs (in_the_way text)");
        try (JdbcStores stores = open()) {
            assertFault(stores::migrate, FaultCategory.INTERNAL);
        }

        assertThat(PostgresServer.texts("SELECT tablename FROM pg_tables WHERE tablename LIKE 'migrated\\_%'"))
                .containsExactly("migrated_blobs");
    }

    @Test
    void migratesOnceWhenManyNodesStartAtOnce() throws Exception {
        int nodes = 8;
        CyclicBarrier together = new CyclicBarrier(nodes);
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        Callable<Integer> start = () -> {
            together.await();
            try (JdbcStores stores = open()) {
                return stores.migrate();
            }
        };

        int scripts = 0;
        for (Future<Integer> outcome : threads.invokeAll(
                IntStream.range(0, nodes).mapToObj(any -> start).toList())) {
            scripts += outcome.get();
        }
        threads.shutdown();

        assertThat(scripts).isEqualTo(1);
    }

    @Test
    void keepsBooksOfTwoSchemasApart() {
        PostgresServer.execute("CREATE SCHEMA \"order\"");
        try (JdbcStores plain = open();
                JdbcStores inSchema =
                        PostgresServer.builder(PREFIX).schema("order").build()) {
            plain.migrate();
            TestBook.insert(plain, TestBook.ORDER);
            assertFault(() -> TestBook.has(inSchema, TestBook.ORDER), FaultCategory.INVALID_CONFIGURATION, "no tables");

            assertThat(inSchema.migrate()).isEqualTo(1);

            assertThat(TestBook.has(inSchema, TestBook.ORDER)).isFalse();
            assertThat(inSchema.transactor()
                            .inTransaction(() -> List.of(
                                    inSchema.series().next("invoices", 7),
                                    inSchema.series().next("invoices", 7))))
                    .containsExactly(7L, 8L);
            assertThat(plain.series().last("invoices")).isEmpty();
        }
        assertThat(PostgresServer.texts("SELECT DISTINCT schemaname FROM pg_indexes"
                        + " WHERE indexname = 'migrated_orders_by_status' ORDER BY 1"))
                .containsExactly("order", "public");
    }

    @Test
    void refusesASchemaThatIsNotThere() {
        try (JdbcStores stores = PostgresServer.builder(PREFIX).schema("order").build()) {
            assertFault(stores::migrate, FaultCategory.INVALID_CONFIGURATION, "no such schema");
        }
    }

    @Test
    void refusesASchemaThatIsNoIdentifier() {
        for (String name : List.of("", "Shop", "1shop", "a b", "a\"; DROP TABLE x; --", "s".repeat(64))) {
            assertFault(() -> JdbcStores.builder().schema(name), FaultCategory.INVALID_CONFIGURATION, "schema name");
        }
    }

    private static JdbcStores open() {
        return PostgresServer.builder(PREFIX).build();
    }
}
