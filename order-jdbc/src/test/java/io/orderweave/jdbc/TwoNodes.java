package io.orderweave.jdbc;

import java.nio.file.Path;
import java.time.Clock;

/** Two nodes with nothing but a database between them: what must hold there is tried on each kind of database. */
final class TwoNodes {

    private TwoNodes() {}

    /** What must hold over one empty book that both have open. */
    interface Law {
        void holds(JdbcStores one, JdbcStores two, Clock clock) throws Exception;
    }

    /** Tables with that prefix, which are emptied. */
    static void onPostgres(String prefix, Law law) throws Exception {
        JdbcStores one = PostgresServer.builder(prefix).build();
        one.migrate();
        PostgresServer.empty(prefix);

        law.holds(one, PostgresServer.builder(prefix).build(), Clock.systemUTC());
    }

    /** A new file in that folder. */
    static void onOneSqliteFile(Path folder, Law law) throws Exception {
        Path file = folder.resolve("book.db");
        try (JdbcStores one = JdbcStores.sqlite(file, TestBook.CLOCK);
                JdbcStores two = JdbcStores.sqlite(file, TestBook.CLOCK)) {
            one.migrate();

            law.holds(one, two, TestBook.CLOCK);
        }
    }
}
