package io.orderweave.jdbc;

import static io.orderweave.jdbc.Faults.assertFault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.orderweave.error.FaultCategory;
import io.orderweave.store.IndexValue;
import io.orderweave.store.RecordContent;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresFaultsTest {

    private static final String PREFIX = "faults_";
    private static final String SECRET = "Jana Nováková, Dlouhá 3";

    /** A host whose server can be taken away. */
    private static final class Host implements ConnectionProvider {

        private String url = PostgresServer.url() + "?user=postgres&password=hunter2";

        void takeServerAway() {
            url = "jdbc:postgresql://127.0.0.1:" + closedPort() + "/postgres?user=postgres&password=hunter2";
        }

        @Override
        public Optional<Connection> current() {
            return Optional.empty();
        }

        @Override
        public Connection open() throws SQLException {
            return DriverManager.getConnection(url);
        }
    }

    private final Host host = new Host();
    private final JdbcStores stores =
            JdbcStores.builder().connections(host).tablePrefix(PREFIX).build();

    @BeforeEach
    void migrate() {
        PostgresServer.drop(PREFIX);
        stores.migrate();
    }

    @Test
    void namesTheDatabaseThatCannotBeReached() {
        host.takeServerAway();

        Throwable fault = catchThrowable(() -> TestBook.has(stores, TestBook.ORDER));

        assertFault(
                () -> stores.transactor().inTransaction(() -> true),
                FaultCategory.TRANSIENT,
                PostgresServer.url(),
                "cannot be reached");
        assertThat(printed(fault)).contains("refused").doesNotContain("hunter2");
        assertThat(stores.toString()).doesNotContain("hunter2");
    }

    @Test
    void buildingSaysThatTheServerCannotBeReached() {
        host.takeServerAway();

        assertFault(
                () -> JdbcStores.builder().connections(host).build(),
                FaultCategory.TRANSIENT,
                "no connection to the database");
    }

    @Test
    void buildingRefusesADatabaseThatIsNotThere() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setUrl(PostgresServer.url() + "_of_another_shop?user=postgres");

        assertFault(
                () -> JdbcStores.builder().dataSource(nowhere).build(),
                FaultCategory.INVALID_CONFIGURATION,
                "no connection to the database");
    }

    @Test
    void aTransactionWhoseConnectionIsCutIsTransientAndLeavesNothing() {
        assertFault(
                () -> stores.transactor().inTransaction(() -> {
                    TestBook.insert(stores, TestBook.ORDER);
                    PostgresServer.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE state = 'idle in transaction'");
                    return stores.records().insert(TestBook.order("order-2"), TestBook.content());
                }),
                FaultCategory.TRANSIENT,
                "cannot be reached");

        assertThat(TestBook.has(stores, TestBook.ORDER)).isFalse();
    }

    @Test
    void refusesATextTooLongForItsIndex() {
        // Random, since the server squeezes others together.
        String counter = new Random(7)
                .ints(20_000, 'a', 'z')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());

        assertFault(() -> stores.series().raiseTo(counter, 1), FaultCategory.INVALID_REQUEST, "too long");
    }

    @Test
    void saysNothingOfRecords() {
        RecordContent personal = TestBook.content(
                Map.of("external_ref", List.of(IndexValue.of(SECRET)), "tags", List.of(IndexValue.of(SECRET))));
        stores.records().insert(TestBook.ORDER, personal);
        TestBook.insert(stores, TestBook.order("order-2"));

        assertClean(catchThrowable(() -> stores.records().update(TestBook.order("order-2"), 1, personal)));

        PostgresServer.execute("ALTER TABLE faults_orders_tags ADD CHECK (value <> '" + SECRET + "') NOT VALID");
        RecordContent tagged = TestBook.content(Map.of("tags", List.of(IndexValue.of(SECRET))));
        assertClean(catchThrowable(() -> stores.records().update(TestBook.order("order-2"), 1, tagged)));
    }

    private static void assertClean(Throwable fault) {
        assertThat(fault).isNotNull();
        assertThat(printed(fault)).doesNotContain("Nováková");
    }

    private static String printed(Throwable fault) {
        StringWriter all = new StringWriter();
        fault.printStackTrace(new PrintWriter(all));
        return all.toString();
    }

    private static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
