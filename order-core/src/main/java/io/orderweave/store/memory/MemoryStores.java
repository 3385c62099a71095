package io.orderweave.store.memory;

import io.orderweave.store.BlobStore;
import io.orderweave.store.EffectStore;
import io.orderweave.store.JournalStore;
import io.orderweave.store.LeaseStore;
import io.orderweave.store.RecordStore;
import io.orderweave.store.SeriesStore;
import io.orderweave.store.Stores;
import io.orderweave.store.Transactor;
import java.time.Clock;
import java.time.Instant;

/**
 * The reference stores: everything is kept in memory and gone with the process. For tests, rehearsals and a first try.
 *
 * <p>Thread-safe. A transaction holds the one lock of its instance from its first call to its end, so transactions run one
 * after the other and a reader on another thread waits for the running one instead of seeing half of it. Do not wait inside
 * a transaction for a thread that uses the same stores.
 */
public final class MemoryStores implements Stores {

    private final Clock clock;
    private final MemoryTransactor transactor = new MemoryTransactor();
    private final RecordStore records = new MemoryRecordStore(transactor);
    private final JournalStore journal = new MemoryJournalStore(transactor);
    private final EffectStore effects = new MemoryEffectStore(transactor);
    private final SeriesStore series = new MemorySeriesStore(transactor);
    private final LeaseStore leases;
    private final BlobStore blobs = new MemoryBlobStore(transactor);

    private MemoryStores(Clock clock) {
        this.clock = clock;
        this.leases = new MemoryLeaseStore(transactor, clock);
    }

    /** Empty stores that judge leases by {@code clock}. */
    public static MemoryStores create(Clock clock) {
        return new MemoryStores(clock);
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

    @Override
    public Instant now() {
        return clock.instant();
    }
}
