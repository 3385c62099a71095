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
        Path own = Files.createTempDirectory(folder, "book");
        return new Book(own.resolve("book.db"), true);
    }

    @Override
    public BenchBook keptBook(String name) {
        return new Book(folder.resolve(name + ".db"), false);
    }

    @Override
    public void close() {
        // Files need no server.
    }

    private static final class Book implements BenchBook {

        private final Path file;
        private final boolean scratch;
        private final JdbcStores stores;

        Book(Path file, boolean scratch) {
            this.file = file;
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

        @Override
        public void analyze() throws SQLException {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("ANALYZE");
            }
        }

        @Override
        public void close() {
            stores.close();
            if (scratch) {
                for (String suffix : List.of("", "-wal", "-shm")) {
                    delete(file.resolveSibling(file.getFileName() + suffix));
                }
                delete(file.toAbsolutePath().getParent());
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
