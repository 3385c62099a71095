package io.orderweave.jdbc;

import static io.orderweave.jdbc.Faults.assertFault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.error.FaultCategory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("book.db");
    }

    @Test
    void migratesAFreshDatabase() {
        try (JdbcStores stores = open()) {
            assertThat(stores.migrate()).isEqualTo(1);

            TestBook.insert(stores, TestBook.ORDER);
            assertThat(TestBook.has(stores, TestBook.ORDER)).isTrue();
        }
    }

    @Test
    void recordsWhatItRanAndWhen() throws SQLException {
        migrate();

        assertThat(texts("SELECT version || ' ' || name || ' ' || applied_at FROM orderweave_schema_history"))
                .containsExactly("1 tables 2026-03-01T10:00:00Z");
        assertThat(texts("SELECT checksum FROM orderweave_schema_history"))
                .singleElement()
                .asString()
                .matches("[0-9a-f]{64}");
    }

    @Test
    void doesNothingTheSecondTime() {
        migrate();

        try (JdbcStores stores = open()) {
            TestBook.insert(stores, TestBook.ORDER);
            assertThat(stores.migrate()).isZero();
            assertThat(TestBook.has(stores, TestBook.ORDER)).isTrue();
        }
    }

    @Test
    void neverMigratesByItself() throws SQLException {
        try (JdbcStores stores = open()) {
            assertFault(
                    () -> TestBook.has(stores, TestBook.ORDER),
                    FaultCategory.INVALID_CONFIGURATION,
                    "book.db",
                    "orderweave_*",
                    "no tables yet",
                    "call migrate()");
            assertFault(
                    () -> stores.transactor().inTransaction(() -> true),
                    FaultCategory.INVALID_CONFIGURATION,
                    "call migrate()");
        }
        assertThat(tables()).isEmpty();
    }

    @Test
    void worksOnceSomebodyElseMigrated() {
        try (JdbcStores early = open()) {
            assertThatThrownBy(() -> TestBook.has(early, TestBook.ORDER)).isNotNull();
            migrate();

            assertThat(TestBook.has(early, TestBook.ORDER)).isFalse();
        }
    }

    @Test
    void refusesANewerSchema() throws SQLException {
        migrate();
        execute("INSERT INTO orderweave_schema_history VALUES (2, 'later', 'x', '2027-01-01T00:00:00Z')");

        try (JdbcStores stores = open()) {
            String[] words = {"schema version 2", "none after 1", "newer library"};
            assertFault(stores::migrate, FaultCategory.NEWER_SCHEMA, words);
            assertFault(() -> TestBook.has(stores, TestBook.ORDER), FaultCategory.NEWER_SCHEMA, words);
        }
    }

    @Test
    void refusesAChangedChecksum() throws SQLException {
        migrate();
        execute("UPDATE orderweave_schema_history SET checksum = 'somebody edited the script'");

        try (JdbcStores stores = open()) {
            String[] words = {"another script 1 (tables)"};
            assertFault(stores::migrate, FaultCategory.INVALID_CONFIGURATION, words);
            assertFault(() -> TestBook.has(stores, TestBook.ORDER), FaultCategory.INVALID_CONFIGURATION, words);
        }
    }

    @Test
    void refusesAnOlderSchemaUntilItIsMigrated() throws SQLException {
        migrate();
        MigrationScript second = new MigrationScript(2, "more", "CREATE TABLE ${prefix}more (id TEXT);\n");

        try (SqliteFile connections = new SqliteFile(file, dialect())) {
            Schema later = schema(first(), second);
            assertFault(
                    () -> later.requireCurrent(connections.borrow()),
                    FaultCategory.INVALID_CONFIGURATION,
                    "older schema",
                    "call migrate()");
            assertThat(migrate(later, connections)).isEqualTo(1);
            assertThat(migrate(later, connections)).isZero();
        }
    }

    @Test
    void aFailedMigrationLeavesNothing() throws SQLException {
        MigrationScript broken = new MigrationScript(2, "broken", "CREATE TABLE ${prefix}more (id TEXT);\nCREATE;\n");

        try (SqliteFile connections = new SqliteFile(file, dialect())) {
            assertThatThrownBy(() -> migrate(schema(first(), broken), connections))
                    .isNotNull();
            assertThat(tables()).isEmpty();

            assertThat(migrate(schema(first()), connections)).isEqualTo(1);
        }
        assertThat(tables()).contains("orderweave_orders").doesNotContain("orderweave_more");
    }

    @RepeatedTest(20)
    void migratesOnceWhenManyProcessesStartAtOnce() throws Exception {
        int processes = 8;
        CyclicBarrier together = new CyclicBarrier(processes);
        ExecutorService threads = Executors.newFixedThreadPool(processes);
        Callable<Integer> start = () -> {
            together.await();
            try (JdbcStores stores = open()) {
                int scripts = stores.migrate();
                TestBook.has(stores, TestBook.ORDER);
                return scripts;
            }
        };

        int scripts = 0;
        for (Future<Integer> outcome : threads.invokeAll(
                IntStream.range(0, processes).mapToObj(any -> start).toList())) {
            scripts += outcome.get();
        }
        threads.shutdown();

        assertThat(scripts).isEqualTo(1);
    }

    @Test
    void keepsTwoBooksInOneFile() throws SQLException {
        try (JdbcStores first = open("shop_a_");
                JdbcStores second = open("shop_b_")) {
            assertThat(first.migrate()).isEqualTo(1);
            assertThat(second.migrate()).isEqualTo(1);

            TestBook.insert(first, TestBook.ORDER);

            assertThat(TestBook.has(first, TestBook.ORDER)).isTrue();
            assertThat(TestBook.has(second, TestBook.ORDER)).isFalse();
        }
        assertThat(tables()).isNotEmpty().allMatch(table -> table.matches("shop_[ab]_.*"));
    }

    @Test
    void refusesAPrefixThatIsNoIdentifier() {
        for (String prefix : List.of("", "Shop_", "1_", "shop-", "shop; DROP TABLE x; --", "\"", "a".repeat(21))) {
            assertFault(() -> open(prefix), FaultCategory.INVALID_CONFIGURATION, "table prefix");
        }
    }

    @Test
    void refusesToMigrateInsideATransaction() {
        migrate();

        try (JdbcStores stores = open()) {
            assertFault(
                    () -> stores.transactor().inTransaction(stores::migrate),
                    FaultCategory.INVALID_REQUEST,
                    "outside a transaction");
        }
    }

    private void migrate() {
        try (JdbcStores stores = open()) {
            stores.migrate();
        }
    }

    private static int migrate(Schema schema, SqliteFile connections) throws SQLException {
        SqlConnection connection = connections.borrow();
        try {
            return schema.migrate(connection);
        } finally {
            connections.giveBack(connection);
        }
    }

    private JdbcStores open() {
        return JdbcStores.sqlite(file, TestBook.CLOCK);
    }

    private JdbcStores open(String prefix) {
        return JdbcStores.builder()
                .sqliteFile(file)
                .tablePrefix(prefix)
                .clock(TestBook.CLOCK)
                .build();
    }

    private static SqliteDialect dialect() {
        return new SqliteDialect(Duration.ofSeconds(10));
    }

    private Schema schema(MigrationScript... scripts) {
        return new Schema(dialect(), new TablePrefix("orderweave_"), file.toString(), TestBook.CLOCK, List.of(scripts));
    }

    private static MigrationScript first() {
        return MigrationScript.load("sqlite", "V001__tables.sql");
    }

    private List<String> tables() throws SQLException {
        return texts("SELECT name FROM sqlite_master WHERE type = 'table'");
    }

    private List<String> texts(String select) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(select)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }
}
