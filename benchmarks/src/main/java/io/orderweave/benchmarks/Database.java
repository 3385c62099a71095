package io.orderweave.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** A database of one kind, in which books are made. */
interface Database extends AutoCloseable {

    /** An empty book with tables of its own. */
    BenchBook newBook() throws SQLException, IOException;

    /** The book of that name, made when it is absent and kept when the database is closed. */
    BenchBook keptBook(String name) throws SQLException, IOException;

    @Override
    void close() throws IOException;

    /**
     * Opens a database of that kind.
     *
     * @param kind {@code sqlite} or {@code postgresql}
     * @param folder where its files lie; must exist
     */
    static Database open(String kind, Path folder) throws IOException {
        return switch (kind) {
            case "sqlite" -> new SqliteDatabase(folder);
            case "postgresql" -> PostgresDatabase.start(folder);
            default -> throw new IllegalArgumentException("no database is called " + kind);
        };
    }
}
