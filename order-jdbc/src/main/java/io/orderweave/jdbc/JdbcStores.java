package io.orderweave.jdbc;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.store.BlobStore;
import io.orderweave.store.EffectStore;
import io.orderweave.store.JournalStore;
import io.orderweave.store.LeaseStore;
import io.orderweave.store.RecordStore;
import io.orderweave.store.SeriesStore;
import io.orderweave.store.Stores;
import io.orderweave.store.Transactor;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;

/**
 * The stores in a SQL database. Hosts make one for each order book and call {@link #migrate} before the first use, and again
 * after an update of the library; nothing migrates by itself.
 *
 * <p>Thread-safe. Faults are {@link OrderweaveException}s: TRANSIENT when the database is locked or fails for now,
 * INVALID_CONFIGURATION when it cannot be opened or was not migrated, NEWER_SCHEMA when a newer library migrated it. Their
 * messages name the database without credentials and never what is in it.
 */
public final class JdbcStores implements Stores, AutoCloseable {

    private final Connections connections;
    private final Dialect dialect;
    private final Schema schema;
    private final String database;
    private final StoreClock clock;
    private final JdbcTransactor transactor;
    private final RecordStore records;
    private final JournalStore journal;
    private final EffectStore effects;
    private final SeriesStore series;
    private final LeaseStore leases;
    private final BlobStore blobs;

    JdbcStores(
            Connections connections, Dialect dialect, Schema schema, String database, TablePrefix prefix, Clock clock) {
        this.connections = connections;
        this.dialect = dialect;
        this.schema = schema;
        this.database = database;
        this.clock = dialect.clock(clock);
        this.transactor = new JdbcTransactor(connections, dialect, schema, database);
        this.records = new JdbcRecordStore(transactor, dialect, prefix);
        this.journal = new JdbcJournalStore(transactor, prefix);
        this.effects = new JdbcEffectStore(transactor, dialect, prefix);
        this.series = new JdbcSeriesStore(transactor, prefix);
        this.leases = new JdbcLeaseStore(transactor, prefix, this.clock);
        this.blobs = new JdbcBlobStore(transactor, prefix);
    }

    /**
     * The stores in a SQLite file, which is made when it is absent. One machine, any number of threads and processes, one
     * writer at a time; every commit is on disk when it returns.
     *
     * @throws OrderweaveException (INVALID_CONFIGURATION) when the file cannot be opened or is no SQLite database
     */
    public static JdbcStores sqlite(Path file, Clock clock) {
        return builder().sqliteFile(file).clock(clock).build();
    }

    public static JdbcStoresBuilder builder() {
        return new JdbcStoresBuilder();
    }

    /**
     * Brings the tables to this version's schema, all or nothing. Safe to call again and from several processes at once.
     *
     * @return how many scripts were run, 0 when there was nothing to do
     * @throws OrderweaveException (NEWER_SCHEMA) when a newer library migrated the database; (INVALID_CONFIGURATION) when
     *     another script of the same version did, or the database cannot be used; (INVALID_REQUEST) inside a transaction
     */
    public int migrate() {
        if (transactor.active()) {
            throw new OrderweaveException(
                    FaultCategory.INVALID_REQUEST, "migrate() must be called outside a transaction, and one is active");
        }
        try {
            SqlConnection connection = connections.borrow();
            try {
                return schema.migrate(connection);
            } finally {
                connections.giveBack(connection);
            }
        } catch (SQLException fault) {
            throw dialect.translate(fault, database);
        }
    }

    @Override
    public Transactor transactor() {
        return transactor;
    }

    @Override
    public RecordStore records() {
        return records;
    }

    @Override
    public JournalStore journal() {
        return journal;
    }

    @Override
    public EffectStore effects() {
        return effects;
    }

    @Override
    public SeriesStore series() {
        return series;
    }

    @Override
    public LeaseStore leases() {
        return leases;
    }

    @Override
    public BlobStore blobs() {
        return blobs;
    }

    /** PostgreSQL's time; on SQLite the injected clock's, since its file belongs to one machine. */
    @Override
    public Instant now() {
        return clock.now(transactor);
    }

    /** Closes the connections the stores keep open. Those of the host's stay the host's. */
    @Override
    public void close() {
        connections.close();
    }

    /** The database's URL without credentials. */
    @Override
    public String toString() {
        return "JdbcStores[" + database + "]";
    }
}
