package io.orderweave.jdbc;

import static io.orderweave.jdbc.Faults.assertFault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.error.FaultCategory;
import io.orderweave.store.IndexValue;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

class HostTransactionTest {

    private static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A host that has at most one transaction, as a transaction manager keeps one for each thread. */
    private static final class Host implements ConnectionProvider {

        private final SQLiteDataSource dataSource;
        private Optional<Connection> transaction = Optional.empty();

        Host(Path file) {
            SQLiteConfig config = new SQLiteConfig();
            config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
            config.setBusyTimeout(100);
            dataSource = new SQLiteDataSource(config);
            dataSource.setUrl("jdbc:sqlite:" + file);
        }

        Connection begin() throws SQLException {
            Connection connection = open();
            connection.setAutoCommit(false);
            transaction = Optional.of(connection);
            return connection;
        }

        void end() throws SQLException {
            if (transaction.isPresent()) {
                transaction.get().close();
            }
            transaction = Optional.empty();
        }

        @Override
        public Optional<Connection> current() {
            return transaction;
        }

        @Override
        public Connection open() throws SQLException {
            return dataSource.getConnection();
        }
    }

    @TempDir
    Path folder;

    private Host host;
    private JdbcStores stores;

    @BeforeEach
    void migrate() throws SQLException {
        host = new Host(folder.resolve("shop.db"));
        stores = JdbcStores.builder().connections(host).clock(TestBook.CLOCK).build();
        stores.migrate();
        try (Connection connection = host.open()) {
            execute(connection, "CREATE TABLE baskets (id TEXT)");
        }
    }

    @AfterEach
    void endTransaction() throws SQLException {
        host.end();
    }

    @Test
    void commitsWithTheHost() throws SQLException {
        Connection connection = host.begin();
        execute(connection, "INSERT INTO baskets VALUES ('b')");
        stores.transactor().inTransaction(() -> {
            TestBook.insert(stores, TestBook.ORDER);
            return true;
        });

        connection.commit();
        host.end();

        assertThat(baskets()).isEqualTo(1);
        assertThat(TestBook.has(stores, TestBook.ORDER)).isTrue();
    }

    @Test
    void rollsBackWithTheHost() throws SQLException {
        Connection connection = host.begin();
        stores.transactor().inTransaction(() -> {
            TestBook.insert(stores, TestBook.ORDER);
            return true;
        });
        TestBook.insert(stores, TestBook.order("outside inTransaction"));
        assertThat(TestBook.has(stores, TestBook.ORDER)).as("reads own writes").isTrue();

        connection.rollback();
        host.end();

        assertThat(TestBook.has(stores, TestBook.ORDER)).isFalse();
        assertThat(TestBook.has(stores, TestBook.order("outside inTransaction")))
                .isFalse();
    }

    @Test
    void neitherCommitsNorClosesTheHostsConnection() throws SQLException {
        Connection connection = host.begin();

        stores.transactor().inTransaction(() -> {
            TestBook.insert(stores, TestBook.ORDER);
            return true;
        });

        assertThat(connection.isClosed()).isFalse();
        assertThat(connection.getAutoCommit()).isFalse();
        try (Connection other = host.open()) {
            assertThat(number(other, "SELECT COUNT(*) FROM orderweave_orders"))
                    .as("seen by others")
                    .isZero();
        }
    }

    @Test
    void isActiveWhileTheHostsTransactionIs() throws SQLException {
        assertThat(stores.transactor().active()).isFalse();
        host.begin();
        assertThat(stores.transactor().active()).isTrue();
        host.end();
        assertThat(stores.transactor().active()).isFalse();
    }

    @Test
    void methodsThatNeedATransactionAcceptTheHosts() throws SQLException {
        Connection connection = host.begin();

        assertThat(stores.series().next("invoices", 1)).isEqualTo(1);
        assertThat(stores.effects().lockDue(Instant.EPOCH, 1, Set.of())).isEmpty();
        connection.rollback();
        host.end();

        assertThat(stores.series().last("invoices")).isEmpty();
        assertFault(() -> stores.series().next("invoices", 1), FaultCategory.INVALID_REQUEST);
    }

    @Test
    void anExceptionReachesTheHostAndTakesBackOurPart() throws SQLException {
        Connection connection = host.begin();
        execute(connection, "INSERT INTO baskets VALUES ('b')");
        TestBook.insert(stores, TestBook.order("before"));

        assertThatThrownBy(() -> stores.transactor().inTransaction(() -> {
                    TestBook.insert(stores, TestBook.ORDER);
                    throw new Failure();
                }))
                .isInstanceOf(Failure.class);
        connection.commit();
        host.end();

        assertThat(baskets()).as("the host committed all the same").isEqualTo(1);
        assertThat(TestBook.has(stores, TestBook.order("before"))).isTrue();
        assertThat(TestBook.has(stores, TestBook.ORDER)).isFalse();
    }

    @Test
    void aCaughtInnerExceptionTakesBackOurPart() throws SQLException {
        Connection connection = host.begin();

        assertFault(
                () -> stores.transactor().inTransaction(() -> {
                    TestBook.insert(stores, TestBook.ORDER);
                    assertThatThrownBy(() -> stores.transactor().inTransaction(() -> {
                                throw new Failure();
                            }))
                            .isInstanceOf(Failure.class);
                    return true;
                }),
                FaultCategory.INTERNAL,
                "exception inside it was caught");
        connection.commit();
        host.end();

        assertThat(TestBook.has(stores, TestBook.ORDER)).isFalse();
    }

    @Test
    void refusesAConnectionWithoutTransaction() throws SQLException {
        host.begin().setAutoCommit(true);

        assertFault(() -> TestBook.insert(stores, TestBook.ORDER), FaultCategory.INVALID_REQUEST, "auto-commit is on");
    }

    @Test
    void refusesToMigrateInTheHostsTransaction() throws SQLException {
        host.begin();

        assertFault(stores::migrate, FaultCategory.INVALID_REQUEST, "outside a transaction");
    }

    @Test
    void deletesSideRowsWhereTheHostHasForeignKeysOff() throws SQLException {
        TestBook.insert(stores, TestBook.order("other"));
        Connection connection = host.begin();
        stores.records().insert(TestBook.ORDER, TestBook.content(Map.of("tags", List.of(IndexValue.of("gift")))));
        assertThat(number(connection, "PRAGMA foreign_keys")).isZero();

        assertThat(stores.records().delete(TestBook.ORDER, 1)).isTrue();

        assertThat(number(connection, "SELECT COUNT(*) FROM orderweave_orders_tags"))
                .isZero();
    }

    @Test
    void opensItsOwnTransactionWhereTheHostHasNone() throws SQLException {
        TestBook.insert(stores, TestBook.ORDER);

        try (Connection other = host.open()) {
            assertThat(number(other, "SELECT COUNT(*) FROM orderweave_orders")).isEqualTo(1);
        }
    }

    private long baskets() throws SQLException {
        try (Connection connection = host.open()) {
            return number(connection, "SELECT COUNT(*) FROM baskets");
        }
    }

    private static long number(Connection connection, String select) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(select)) {
            return rows.getLong(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
