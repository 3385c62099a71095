package io.orderweave.jdbc;

import static io.orderweave.jdbc.Faults.assertFault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.orderweave.error.FaultCategory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

class SqliteOpeningTest {

    @TempDir
    Path folder;

    @Test
    void refusesASchema() {
        JdbcStoresBuilder builder =
                JdbcStores.builder().sqliteFile(folder.resolve("book.db")).schema("shop");

        assertFault(builder::build, FaultCategory.INVALID_CONFIGURATION, "book.db", "no schemas");
    }

    @Test
    void makesAFileThatIsAbsent() {
        Path file = folder.resolve("book.db");

        try (JdbcStores stores = JdbcStores.sqlite(file, TestBook.CLOCK)) {
            assertThat(stores.migrate()).isEqualTo(1);
        }

        assertThat(file).isNotEmptyFile();
    }

    @Test
    void keepsWhatWasWrittenWhenReopened() {
        Path file = folder.resolve("book.db");
        try (JdbcStores stores = JdbcStores.sqlite(file, TestBook.CLOCK)) {
            stores.migrate();
            TestBook.insert(stores, TestBook.ORDER);
        }

        try (JdbcStores stores = JdbcStores.sqlite(file, TestBook.CLOCK)) {
            assertThat(TestBook.has(stores, TestBook.ORDER)).isTrue();
        }
    }

    @Test
    void setsUpEveryConnectionOfAFile() throws SQLException {
        SqliteDialect dialect = new SqliteDialect(Duration.ofMillis(1_234));
        Path file = folder.resolve("book.db");
        JdbcStores.sqlite(file, TestBook.CLOCK).close();

        try (SqliteFile connections = new SqliteFile(file, dialect)) {
            assertThat(pragmas(connections.borrow())).isEqualTo(pragmas("1"));
            assertThat(pragmas(connections.borrow())).isEqualTo(pragmas("1"));
        }
    }

    @Test
    void setsUpEveryConnectionOfTheHostsButItsForeignKeys() throws SQLException {
        SQLiteConfig careless = new SQLiteConfig();
        careless.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        SQLiteDataSource dataSource = new SQLiteDataSource(careless);
        dataSource.setUrl("jdbc:sqlite:" + folder.resolve("book.db"));
        JdbcStores.builder().dataSource(dataSource).build().migrate();

        Connections connections =
                new ProvidedConnections(ConnectionProvider.of(dataSource), new SqliteDialect(Duration.ofMillis(1_234)));
        SqlConnection connection = connections.borrow();
        assertThat(pragmas(connection)).isEqualTo(pragmas("0"));
        connections.giveBack(connection);

        assertThat(connection.jdbc().isClosed()).isTrue();
    }

    @Test
    void keepsAFewConnectionsOpenAndReusesThem() throws SQLException {
        try (SqliteFile connections =
                new SqliteFile(folder.resolve("book.db"), new SqliteDialect(Duration.ofSeconds(1)))) {
            SqlConnection first = connections.borrow();
            connections.giveBack(first);

            assertThat(connections.borrow()).isSameAs(first);
        }
    }

    @Test
    void reusesNoBrokenConnection() throws SQLException {
        try (SqliteFile connections =
                new SqliteFile(folder.resolve("book.db"), new SqliteDialect(Duration.ofSeconds(1)))) {
            SqlConnection first = connections.borrow();
            first.markBroken();
            connections.giveBack(first);

            assertThat(first.jdbc().isClosed()).isTrue();
            assertThat(connections.borrow()).isNotSameAs(first);
        }
    }

    @Test
    void closesConnectionsGivenBackAfterItsClose() throws SQLException {
        SqliteFile connections = new SqliteFile(folder.resolve("book.db"), new SqliteDialect(Duration.ofSeconds(1)));
        SqlConnection lent = connections.borrow();
        connections.close();

        connections.giveBack(lent);

        assertThat(lent.jdbc().isClosed()).isTrue();
    }

    @Test
    void refusesToWorkWhenClosed() {
        JdbcStores stores = JdbcStores.sqlite(folder.resolve("book.db"), TestBook.CLOCK);
        stores.migrate();
        stores.close();

        assertFault(() -> TestBook.has(stores, TestBook.ORDER), FaultCategory.INVALID_REQUEST, "closed");
    }

    @Test
    void refusesAFileThatIsNoDatabase() throws IOException {
        Path file = folder.resolve("letter.txt");
        Files.writeString(file, "Dear customer, thank you for your order. ".repeat(100));

        assertFault(
                () -> JdbcStores.sqlite(file, TestBook.CLOCK),
                FaultCategory.INVALID_CONFIGURATION,
                "letter.txt",
                "is not a SQLite database");
        assertThat(file).content().startsWith("Dear customer");
    }

    @Test
    void refusesAMissingFolder() {
        assertFault(
                () -> JdbcStores.sqlite(folder.resolve("missing/book.db"), TestBook.CLOCK),
                FaultCategory.INVALID_CONFIGURATION,
                "book.db",
                "folder does not exist");
    }

    @Test
    void refusesAFolderInPlaceOfAFile() throws IOException {
        Path directory = Files.createDirectory(folder.resolve("book.db"));

        assertFault(
                () -> JdbcStores.sqlite(directory, TestBook.CLOCK),
                FaultCategory.INVALID_CONFIGURATION,
                "book.db",
                "cannot be opened");
    }

    @Test
    void refusesANameTheDriverWouldCut() {
        assertFault(
                () -> JdbcStores.sqlite(folder.resolve("book?mode=ro"), TestBook.CLOCK),
                FaultCategory.INVALID_CONFIGURATION,
                "question mark");
    }

    @Test
    void refusesAFolderItMayNotWriteTo() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        assertThat(closed.toFile().setWritable(false)).isTrue();
        assumeFalse(Files.isWritable(closed), "skipped: this user may write to a read-only folder");

        assertFault(
                () -> JdbcStores.sqlite(closed.resolve("book.db"), TestBook.CLOCK),
                FaultCategory.INVALID_CONFIGURATION,
                "book.db",
                "writable");
    }

    @Test
    void saysWhenTheDatabaseIsReadOnly() {
        Path file = folder.resolve("book.db");
        JdbcStores.sqlite(file, TestBook.CLOCK).close();
        SQLiteConfig readOnly = new SQLiteConfig();
        readOnly.setReadOnly(true);
        SQLiteDataSource dataSource = new SQLiteDataSource(readOnly);
        dataSource.setUrl("jdbc:sqlite:" + file);
        JdbcStores stores = JdbcStores.builder().dataSource(dataSource).build();

        assertFault(stores::migrate, FaultCategory.INVALID_CONFIGURATION, "book.db", "read-only");
    }

    @Test
    void refusesADatabaseWithoutWriteAheadLog() {
        SQLiteDataSource memory = new SQLiteDataSource();
        memory.setUrl("jdbc:sqlite::memory:");
        JdbcStores stores = JdbcStores.builder().dataSource(memory).build();

        assertFault(stores::migrate, FaultCategory.INVALID_CONFIGURATION, "write-ahead log", "memory");
    }

    @Test
    void saysWhenAnotherProcessHoldsTheLock() throws SQLException {
        Path file = folder.resolve("book.db");
        try (JdbcStores stores = JdbcStores.builder()
                        .sqliteFile(file)
                        .lockTimeout(Duration.ofMillis(50))
                        .build();
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            stores.migrate();
            statement.execute("BEGIN IMMEDIATE");

            assertFault(
                    () -> TestBook.insert(stores, TestBook.ORDER),
                    FaultCategory.TRANSIENT,
                    "book.db",
                    "locked by another writer",
                    "50 ms");
            assertThat(TestBook.has(stores, TestBook.ORDER)).isFalse();

            statement.execute("ROLLBACK");
            TestBook.insert(stores, TestBook.ORDER);
        }
    }

    @Test
    void saysWhenAnotherThreadHoldsTheLock() throws Exception {
        try (JdbcStores stores = JdbcStores.builder()
                .sqliteFile(folder.resolve("book.db"))
                .lockTimeout(Duration.ofMillis(50))
                .build()) {
            stores.migrate();
            stores.transactor().inTransaction(() -> {
                OtherThread.run(() -> assertFault(
                        () -> TestBook.insert(stores, TestBook.ORDER),
                        FaultCategory.TRANSIENT,
                        "locked by another writer of this process"));
                return true;
            });
            TestBook.insert(stores, TestBook.ORDER);
        }
    }

    @Test
    void readersDoNotWaitForTheWriter() {
        try (JdbcStores stores = JdbcStores.sqlite(folder.resolve("book.db"), TestBook.CLOCK)) {
            stores.migrate();
            TestBook.insert(stores, TestBook.order("committed"));

            stores.transactor().inTransaction(() -> {
                TestBook.insert(stores, TestBook.order("uncommitted"));
                OtherThread.run(() -> {
                    assertThat(TestBook.has(stores, TestBook.order("committed")))
                            .isTrue();
                    assertThat(TestBook.has(stores, TestBook.order("uncommitted")))
                            .isFalse();
                });
                return true;
            });
        }
    }

    @Test
    void needsAFileOrConnectionsAndNotBoth() {
        JdbcStoresBuilder nothing = JdbcStores.builder();
        JdbcStoresBuilder both = JdbcStores.builder()
                .sqliteFile(folder.resolve("book.db"))
                .dataSource(dataSource(folder.resolve("book.db")));

        assertFault(nothing::build, FaultCategory.INVALID_CONFIGURATION, "exactly one");
        assertFault(both::build, FaultCategory.INVALID_CONFIGURATION, "exactly one");
    }

    private static SQLiteDataSource dataSource(Path file) {
        SQLiteDataSource dataSource = new SQLiteDataSource();
        dataSource.setUrl("jdbc:sqlite:" + file);
        return dataSource;
    }

    private static Map<String, String> pragmas(String foreignKeys) {
        return new TreeMap<>(
                Map.of("busy_timeout", "1234", "synchronous", "2", "foreign_keys", foreignKeys, "journal_mode", "wal"));
    }

    private static Map<String, String> pragmas(SqlConnection connection) throws SQLException {
        Map<String, String> values = new TreeMap<>();
        for (String pragma : pragmas("0").keySet()) {
            values.put(
                    pragma,
                    connection
                            .first(Sql.of("PRAGMA " + pragma), row -> row.getString(1))
                            .orElseThrow());
        }
        return values;
    }
}
