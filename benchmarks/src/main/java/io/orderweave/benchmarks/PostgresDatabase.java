package io.orderweave.benchmarks;

import io.orderweave.jdbc.JdbcStores;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL server of our own that keeps what it commits: fsync and synchronous_commit are on. */
final class PostgresDatabase implements Database {

    private final EmbeddedPostgres server;
    private final ConnectionPool pool;
    private int books;

    private PostgresDatabase(EmbeddedPostgres server) {
        this.server = server;
        this.pool = new ConnectionPool(server.getPostgresDatabase());
    }

    static PostgresDatabase start(Path folder) throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgresql"))
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("listen_addresses", "127.0.0.1")
                // The server comes with both off, which would be no test of what a shop may rely on.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .start();
        return new PostgresDatabase(server).requireDurable();
    }

    private PostgresDatabase requireDurable() {
        try (Connection connection = pool.open()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                if (!texts(connection, "SHOW " + setting).equals(List.of("on"))) {
                    throw new IllegalStateException(setting + " is off: commits would not be durable");
                }
            }
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public BenchBook newBook() {
        books++;
        return new Book("book" + ProcessHandle.current().pid() + "_" + books + "_", true);
    }

    @Override
    public BenchBook keptBook(String name) {
        return new Book(name + "_", false);
    }

    @Override
    public void close() throws IOException {
        pool.close();
        server.close();
    }

    private static List<String> texts(Connection connection, String select) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(select)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private final class Book implements BenchBook {

        private final String prefix;
        private final boolean scratch;
        private final JdbcStores stores;

        Book(String prefix, boolean scratch) {
            this.prefix = prefix;
            this.scratch = scratch;
            this.stores = JdbcStores.builder()
                    .connections(pool)
                    .tablePrefix(prefix)
                    .clock(Clock.systemUTC())
                    .build();
            stores.migrate();
        }

        @Override
        public JdbcStores stores() {
            return stores;
        }

        @Override
        public String prefix() {
            return prefix;
        }

        @Override
        public Connection connect() throws SQLException {
            return pool.open();
        }

        @Override
        public String begin() {
            return "BEGIN";
        }

        @Override
        public String lockRows() {
            return " FOR UPDATE SKIP LOCKED";
        }

        @Override
        public void analyze() throws SQLException {
            try (Connection connection = pool.open();
                    Statement statement = connection.createStatement()) {
                for (String table : tables(connection)) {
                    statement.execute("VACUUM ANALYZE " + table);
                }
            }
        }

        @Override
        public void close() throws SQLException {
            stores.close();
            if (!scratch) {
                return;
            }
            try (Connection connection = pool.open();
                    Statement statement = connection.createStatement()) {
                for (String table : tables(connection)) {
                    statement.execute("DROP TABLE " + table + " CASCADE");
                }
                // Else the work it leaves behind falls into the next measurement.
                statement.execute("CHECKPOINT");
            }
        }

        private List<String> tables(Connection connection) throws SQLException {
            return texts(
                    connection,
                    "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename LIKE '"
                            + prefix.replace("_", "\\_") + "%'");
        }
    }
}
