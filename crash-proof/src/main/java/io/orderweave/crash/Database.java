package io.orderweave.crash;

import io.orderweave.crash.node.NodeSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Where a story's book lies. Belongs to one thread. */
interface Database {

    /** Tells a node where it is. */
    void address(NodeSettings.Builder settings);

    /** A book in a SQLite file. */
    record InFile(Path file) implements Database {

        private static final int PAGE = 4096;

        @Override
        public void address(NodeSettings.Builder settings) {
            settings.database("jdbc:sqlite:" + file);
        }

        /** A number of pages that will soon be used up. */
        int scarcePages(Random random) {
            try {
                long size = Files.exists(file) ? Files.size(file) : 0;
                return (int) (size / PAGE) + 1 + random.nextInt(40);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A book in a schema of a PostgreSQL server. */
    record OnServer(PostgresServer server, String schema) implements Database {

        @Override
        public void address(NodeSettings.Builder settings) {
            settings.database(server.url()).schema(schema);
        }
    }
}
