package io.orderweave.examples.shop.config;

import java.nio.file.Path;
import java.util.Optional;

/** Where the order book lies. */
public sealed interface DatabaseConfig {

    /** A SQLite file on this machine. */
    record Sqlite(Path file) implements DatabaseConfig {}

    /** A PostgreSQL database. Prints no password. */
    record Postgres(String url, Optional<String> user, Optional<String> password) implements DatabaseConfig {

        @Override
        public String toString() {
            return "Postgres[user=" + user + "]";
        }
    }
}
