package io.orderweave.crash.node;

import io.orderweave.jdbc.JdbcStores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/** The database that the settings name, with its stores migrated, until it is closed. Thread-safe. */
public final class NodeDatabase implements AutoCloseable {

    private static final String SQLITE = "jdbc:sqlite:";

    /** So that a node that waits for a dead one's locks fails within a test's patience. */
    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(10);

    private final JdbcStores stores;
    private final Optional<Pool> pool;

    private NodeDatabase(JdbcStores stores, Optional<Pool> pool) {
        this.stores = stores;
        this.pool = pool;
        stores.migrate();
    }

    /** Opens it on the time that all nodes of the story share. */
    public static NodeDatabase open(NodeSettings settings) {
        return settings.database().startsWith(SQLITE) ? sqlite(settings) : postgres(settings);
    }

    public JdbcStores stores() {
        return stores;
    }

    private static NodeDatabase sqlite(NodeSettings settings) {
        SharedTime time = SharedTime.in(Path.of(settings.time()));
        if (settings.mostPages() == 0 && settings.poolRefusesOneIn() == 0) {
            Path file = Path.of(settings.database().substring(SQLITE.length()));
            return new NodeDatabase(JdbcStores.sqlite(file, time), Optional.empty());
        }
        int pages = settings.mostPages() == 0 ? Integer.MAX_VALUE : settings.mostPages();
        Pool pool = new Pool(new SmallDisk(settings.database(), pages), settings.poolRefusesOneIn());
        return new NodeDatabase(
                JdbcStores.builder()
                        .connections(pool)
                        .clock(time)
                        .lockTimeout(LOCK_TIMEOUT)
                        .build(),
                Optional.of(pool));
    }

    private static NodeDatabase postgres(NodeSettings settings) {
        SharedTime time = SharedTime.in(Path.of(settings.time()));
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setUrl(settings.database());
        server.setUser("postgres");
        server.setConnectTimeout(5);
        server.setSocketTimeout(30);
        Pool pool = new Pool(server, settings.poolRefusesOneIn());
        return new NodeDatabase(
                JdbcStores.builder()
                        .connections(pool)
                        .schema(settings.schema())
                        .lockTimeout(LOCK_TIMEOUT)
                        .clockOffsetForKits(time::offset)
                        .build(),
                Optional.of(pool));
    }

    @Override
    public void close() {
        stores.close();
        pool.ifPresent(Pool::close);
    }
}
