package io.orderweave.benchmarks;

import io.orderweave.jdbc.JdbcStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;

/** SQLite: a file for each book, with a write-ahead log and {@code synchronous=FULL}. */
final class SqliteDatabase implements Database {

    private final Path folder;

    SqliteDatabase(Path folder) {
        this.folder = folder;
    }

    @Override
    public BenchBook newBook() throws IOException {
        return new Book(Files.createTempDirectory(folder, "book"), "book", true);
    }

    @Override
    public BenchBook keptBook(String name) {
        return new Book(folder, name, false);
    }

    @Override
    public void close() {
        // Files need no server.
    }

    private static final class Book implements BenchBook {

        private final Path folder;
        private final Path file;
        private final boolean scratch;
        private final JdbcStores stores;

        Book(Path folder, String name, boolean scratch) {
            this.folder = folder;
            this.file = folder.resolve(name + ".db");
            this.scratch = scratch;
            this.stores = JdbcStores.sqlite(file, Clock.systemUTC());
            stores.migrate();
        }

        @Override
        public JdbcStores stores() {
            return stores;
        }

        @Override
        public String prefix() {
            return "orderweave_";
        }

        @Override
        public Connection connect() throws SQLException {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA busy_timeout = 10000");
                statement.execute("PRAGMA synchronous = FULL");
                statement.execute("PRAGMA foreign_keys = ON");
            }
            return connection;
        }

        @Override
        public String begin() {
            return "BEGIN IMMEDIATE";
        }

        @Override
        public String lockRows() {
            return "";
        }

        /** Does nothing: SQLite collects statistics only when told to, and a host does not tell it. */
        @Override
        public void analyze() {}

        @Override
        public void close() {
            stores.close();
            if (scratch) {
                for (String suffix : List.of("", "-wal", "-shm")) {
                    delete(file.resolveSibling(file.getFileName() + suffix));
                }
                delete(folder);
            }
        }

        private static void delete(Path path) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
