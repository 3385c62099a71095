package io.orderweave.store;

import java.time.Duration;
import java.util.Optional;

/** Leases: who may do a thing now, over all nodes. Implemented by persistence adapters; thread-safe. */
public interface LeaseStore {

    /**
     * A lease held until {@code duration} after the store's now.
     *
     * @param token grows with each acquisition of the name, also after a release: tells a late holder from the present one
     */
    record Lease(String name, String owner, long token) {}

    /**
     * Takes the lease when nobody holds it or its time is over; atomic. An owner that already holds it gets empty too: a lease
     * is not re-entrant.
     */
    Optional<Lease> acquire(String name, String owner, Duration duration);

    /**
     * Extends the lease to {@code duration} from now; false when it is no longer held with that token, be its time over or
     * another the holder.
     */
    boolean renew(Lease lease, Duration duration);

    /** Gives the lease back; does nothing when it is no longer held with that token. */
    void release(Lease lease);
}
