package io.orderweave.tck;

import io.orderweave.store.BlobStore;
import io.orderweave.store.EffectStore;
import io.orderweave.store.JournalStore;
import io.orderweave.store.LeaseStore;
import io.orderweave.store.RecordStore;
import io.orderweave.store.SeriesStore;
import io.orderweave.store.Stores;
import io.orderweave.store.Transactor;
import java.time.Instant;
import java.util.function.Supplier;

/** Ports put together one by one, so that one of them can be a wrong one. */
record AssembledStores(
        Transactor transactor,
        RecordStore records,
        JournalStore journal,
        EffectStore effects,
        SeriesStore series,
        LeaseStore leases,
        BlobStore blobs,
        Supplier<Instant> time)
        implements Stores {

    static AssembledStores of(Stores stores) {
        return new AssembledStores(
                stores.transactor(),
                stores.records(),
                stores.journal(),
                stores.effects(),
                stores.series(),
                stores.leases(),
                stores.blobs(),
                stores::now);
    }

    @Override
    public Instant now() {
        return time.get();
    }

    AssembledStores with(Transactor wrong) {
        return new AssembledStores(wrong, records, journal, effects, series, leases, blobs, time);
    }

    AssembledStores with(RecordStore wrong) {
        return new AssembledStores(transactor, wrong, journal, effects, series, leases, blobs, time);
    }

    AssembledStores with(JournalStore wrong) {
        return new AssembledStores(transactor, records, wrong, effects, series, leases, blobs, time);
    }

    AssembledStores with(EffectStore wrong) {
        return new AssembledStores(transactor, records, journal, wrong, series, leases, blobs, time);
    }

    AssembledStores with(SeriesStore wrong) {
        return new AssembledStores(transactor, records, journal, effects, wrong, leases, blobs, time);
    }

    AssembledStores with(LeaseStore wrong) {
        return new AssembledStores(transactor, records, journal, effects, series, wrong, blobs, time);
    }

    AssembledStores with(BlobStore wrong) {
        return new AssembledStores(transactor, records, journal, effects, series, leases, wrong, time);
    }

    AssembledStores withTime(Supplier<Instant> wrong) {
        return new AssembledStores(transactor, records, journal, effects, series, leases, blobs, wrong);
    }
}
