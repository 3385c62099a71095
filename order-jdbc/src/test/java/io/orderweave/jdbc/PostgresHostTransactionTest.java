package io.orderweave.jdbc;

import static io.orderweave.jdbc.Faults.assertFault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.error.FaultCategory;
import io.orderweave.store.IndexValue;
import io.orderweave.store.RecordContent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresHostTransactionTest {

    private static final String PREFIX = "host_";

    /** A host that has at most one transaction. */
    private static final class Host implements ConnectionProvider {

        private Optional<Connection> transaction = Optional.empty();

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
            return PostgresServer.CONNECTIONS.open();
        }
    }

    private final Host host = new Host();
    private final JdbcStores stores =
            JdbcStores.builder().connections(host).tablePrefix(PREFIX).build();

    @BeforeEach
    void migrate() {
        stores.migrate();
        PostgresServer.empty(PREFIX);
        PostgresServer.execute("DROP TABLE IF EXISTS baskets; CREATE TABLE baskets (id TEXT)");
    }

    @AfterEach
    void endTransaction() throws SQLException {
        host.end();
    }

    @Test
    void commitsWithTheHost() throws SQLException {
        Connection connection = host.begin();
        PostgresServer.execute(connection, "INSERT INTO baskets VALUES ('b')");
        TestBook.insert(stores, TestBook.ORDER);
        assertThat(ordersSeenByOthers()).isEqualTo("0");

        connection.commit();
        host.end();

        assertThat(baskets()).isEqualTo("1");
        assertThat(TestBook.has(stores, TestBook.ORDER)).isTrue();
    }

    @Test
    void rollsBackWithTheHost() throws SQLException {
        Connection connection = host.begin();
        stores.transactor().inTransaction(() -> {
            TestBook.insert(stores, TestBook.ORDER);
            return stores.series().next("invoices", 1);
        });

        connection.rollback();
        host.end();

        assertThat(TestBook.has(stores, TestBook.ORDER)).isFalse();
        assertThat(stores.series().last("invoices")).isEmpty();
    }

    @Test
    void aRefusedInsertDoesNotEndTheHostsTransaction() throws SQLException {
        TestBook.insert(stores, TestBook.ORDER);
        Connection connection = host.begin();

        assertThat(stores.records().insert(TestBook.ORDER, TestBook.content())).isFalse();
        PostgresServer.execute(connection, "INSERT INTO baskets VALUES ('b')");
        connection.commit();

        assertThat(baskets()).isEqualTo("1");
    }

    @Test
    void aRefusedUpdateTakesBackOurPartAndLeavesTheHostsTransactionUsable() throws SQLException {
        RecordContent unique = TestBook.content(Map.of("external_ref", List.of(IndexValue.of("A-1"))));
        stores.records().insert(TestBook.ORDER, unique);
        TestBook.insert(stores, TestBook.order("order-2"));
        Connection connection = host.begin();
        PostgresServer.execute(connection, "INSERT INTO baskets VALUES ('b')");

        assertFault(
                () -> stores.transactor().inTransaction(() -> {
                    TestBook.insert(stores, TestBook.order("order-3"));
                    return stores.records().update(TestBook.order("order-2"), 1, unique);
                }),
                FaultCategory.INVALID_REQUEST,
                "orders/order-2");
        connection.commit();
        host.end();

        assertThat(baskets()).isEqualTo("1");
        assertThat(TestBook.has(stores, TestBook.order("order-3"))).isFalse();
    }

    @Test
    void nothingRunsAfterACaughtRefusal() throws SQLException {
        RecordContent unique = TestBook.content(Map.of("external_ref", List.of(IndexValue.of("A-1"))));
        stores.records().insert(TestBook.ORDER, unique);
        TestBook.insert(stores, TestBook.order("order-2"));

        assertFault(
                () -> stores.transactor().inTransaction(() -> {
                    assertThatThrownBy(() -> stores.records().update(TestBook.order("order-2"), 1, unique))
                            .isNotNull();
                    return stores.records().insert(TestBook.order("order-3"), TestBook.content());
                }),
                FaultCategory.INTERNAL,
                "exception inside it was caught");

        assertThat(TestBook.has(stores, TestBook.order("order-3"))).isFalse();
    }

    private static String baskets() {
        return PostgresServer.texts("SELECT COUNT(*) FROM baskets").get(0);
    }

    private static String ordersSeenByOthers() {
        return PostgresServer.texts("SELECT COUNT(*) FROM host_orders").get(0);
    }
}
