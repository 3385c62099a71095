package io.orderweave.crash.node;

import io.orderweave.jdbc.JdbcStores;
import java.nio.file.Path;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens the stores that the settings name. */
public final class Databases {

    private static final String SQLITE = "jdbc:sqlite:";

    /** So that a node that waits for a dead one's locks fails within a test's patience. */
    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(10);

    private Databases() {}

    /** Migrated stores on the time that all nodes of the story share. */
    public static JdbcStores open(NodeSettings settings) {
        JdbcStores stores = settings.database().startsWith(SQLITE) ? sqlite(settings) : postgres(settings);
        stores.migrate();
        return stores;
    }

    private static JdbcStores sqlite(NodeSettings settings) {
        SharedTime time = SharedTime.in(Path.of(settings.time()));
        if (settings.mostPages() == 0 && settings.poolRefusesOneIn() == 0) {
            return JdbcStores.sqlite(Path.of(settings.database().substring(SQLITE.length())), time);
        }
        int pages = settings.mostPages() == 0 ? Integer.MAX_VALUE : settings.mostPages();
        return JdbcStores.builder()
                .connections(new Pool(new SmallDisk(settings.database(), pages), settings.poolRefusesOneIn()))
                .clock(time)
                .lockTimeout(LOCK_TIMEOUT)
                .build();
    }

    private static JdbcStores postgres(NodeSettings settings) {
        SharedTime time = SharedTime.in(Path.of(settings.time()));
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setUrl(settings.database());
        server.setUser("postgres");
        server.setConnectTimeout(5);
        server.setSocketTimeout(30);
        return JdbcStores.builder()
                .connections(new Pool(server, settings.poolRefusesOneIn()))
                .schema(settings.schema())
                .lockTimeout(LOCK_TIMEOUT)
                .clockOffsetForKits(time::offset)
                .build();
    }
}
