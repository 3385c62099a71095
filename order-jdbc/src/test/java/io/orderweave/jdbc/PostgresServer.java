package io.orderweave.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** One real PostgreSQL server for all tests of the JVM, which stops it at its end. Each test class has a prefix of its own. */
final class PostgresServer {

    private static final EmbeddedPostgres SERVER = start();

    static final PooledConnections CONNECTIONS = new PooledConnections(SERVER.getPostgresDatabase());

    private PostgresServer() {}

    static JdbcStoresBuilder builder(String prefix) {
        return JdbcStores.builder().connections(CONNECTIONS).tablePrefix(prefix).clock(TestBook.CLOCK);
    }

    /** The URL as a host writes it, whose server listens on this machine only. */
    static String url() {
        return "jdbc:postgresql://localhost:" + SERVER.getPort() + "/postgres";
    }

    /** Empties the tables of that prefix: far cheaper than to make them anew. */
    static void empty(String prefix) {
        List<String> tables = texts("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename LIKE '"
                + prefix.replace("_", "\\_") + "%' AND tablename NOT LIKE '%schema_history'");
        execute("DELETE FROM " + String.join("; DELETE FROM ", tables));
    }

    /** Drops the tables of that prefix. */
    static void drop(String prefix) {
        texts("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename LIKE '"
                        + prefix.replace("_", "\\_") + "%'")
                .forEach(table -> execute("DROP TABLE " + table + " CASCADE"));
    }

    static void execute(String sql) {
        try (Connection connection = CONNECTIONS.open()) {
            execute(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static List<String> texts(String select) {
        try (Connection connection = CONNECTIONS.open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(select)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
