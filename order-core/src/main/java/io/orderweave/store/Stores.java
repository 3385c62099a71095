package io.orderweave.store;

import java.time.Instant;

/**
 * The ports of one database, as one thing to hand to the hub. Implemented by persistence adapters; thread-safe.
 *
 * <p>Every store of one instance takes part in the transaction that {@link #transactor()} has active on the calling thread.
 * Methods called outside a transaction run in one of their own.
 *
 * <p>Texts (ids, keys, names, index values) hold any character, U+0000 included, come back as they were given, and are equal
 * and in order by code point, whatever language the database is set to.
 */
public interface Stores {

    Transactor transactor();

    RecordStore records();

    JournalStore journal();

    EffectStore effects();

    SeriesStore series();

    LeaseStore leases();

    BlobStore blobs();

    /**
     * The time by which leases, deadlines and settle times are judged, the same for every node on this database: the
     * database's clock where nodes can be many, the injected clock where there is one machine.
     */
    Instant now();
}
