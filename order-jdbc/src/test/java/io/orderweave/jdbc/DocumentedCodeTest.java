package io.orderweave.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

/** Every Java block of docs/stores.md stands in a test, where it compiles and runs. */
class DocumentedCodeTest {

    private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    private static final ThreadLocal<Connection> OPEN = new ThreadLocal<>();

    @TempDir
    Path folder;

    @Test
    void everyBlockOfTheGuideStandsInATest() throws IOException {
        Path tests = Path.of("src/test/java/io/orderweave/jdbc");
        String code = unindented(Files.readString(tests.resolve("DocumentedCodeTest.java"))
                + Files.readString(tests.resolve("SqliteStoresTest.java")));

        List<String> blocks = BLOCK.matcher(Files.readString(Path.of("../docs/stores.md")))
                .results()
                .map(block -> unindented(block.group(1)))
                .toList();

        assertThat(blocks).hasSize(5).allSatisfy(block -> assertThat(code).contains(block));
    }

    @Test
    void opensASqliteFile() {
        try (JdbcStores stores = JdbcStores.sqlite(folder.resolve("orders.db"), Clock.systemUTC())) {
            stores.migrate();
            runShop(stores);
        }
    }

    @Test
    void opensADataSource() {
        SQLiteDataSource dataSource = new SQLiteDataSource();
        dataSource.setUrl("jdbc:sqlite:" + folder.resolve("orders.db"));
        JdbcStores stores = JdbcStores.builder()
                .dataSource(dataSource)
                .tablePrefix("shop_cz_")
                .lockTimeout(Duration.ofSeconds(5))
                .clock(Clock.systemUTC())
                .build();
        stores.migrate();
        runShop(stores);
    }

    @Test
    void opensPostgres() {
        PostgresServer.execute("DROP SCHEMA IF EXISTS shop CASCADE; CREATE SCHEMA shop");
        PGSimpleDataSource pool = new PGSimpleDataSource();
        pool.setUrl(PostgresServer.url() + "?user=postgres");
        JdbcStores stores = JdbcStores.builder()
                .dataSource(pool)
                .schema("shop")
                .lockTimeout(Duration.ofSeconds(5))
                .build();
        stores.migrate();
        runShop(stores);
    }

    @Test
    void joinsTheHostsTransaction() throws SQLException {
        SQLiteDataSource dataSource = new SQLiteDataSource();
        dataSource.setUrl("jdbc:sqlite:" + folder.resolve("orders.db"));
        JdbcStores stores = JdbcStores.builder()
                .connections(new ShopConnections(dataSource, OPEN))
                .build();
        stores.migrate();

        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            OPEN.set(connection);
            runShop(stores);
            connection.rollback();
            OPEN.remove();
        }

        assertThat(TestBook.has(stores, TestBook.ORDER)).isFalse();
    }

    private static void runShop(Stores stores) {
        TestBook.insert(stores, TestBook.ORDER);
        assertThat(TestBook.has(stores, TestBook.ORDER)).isTrue();
    }

    private static String unindented(String code) {
        return code.replaceAll("(?m)^ +", "").strip();
    }
}

/** The connection of the transaction that is open on this thread, as your transaction manager knows it. */
final class ShopConnections implements ConnectionProvider {

    private final DataSource dataSource;
    private final ThreadLocal<Connection> open;

    ShopConnections(DataSource dataSource, ThreadLocal<Connection> open) {
        this.dataSource = dataSource;
        this.open = open;
    }

    @Override
    public Optional<Connection> current() {
        return Optional.ofNullable(open.get());
    }

    @Override
    public Connection open() throws SQLException {
        return dataSource.getConnection();
    }
}
