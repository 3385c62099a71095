package io.orderweave.tck;

import io.orderweave.store.LeaseStore;
import java.time.Duration;
import java.util.Optional;

/** Answers as {@code right} does; a wrong adapter overrides the one thing it does wrong. */
abstract class ForwardingLeaseStore implements LeaseStore {

    private final LeaseStore right;

    ForwardingLeaseStore(LeaseStore right) {
        this.right = right;
    }

    @Override
    public Optional<Lease> acquire(String name, String owner, Duration duration) {
        return right.acquire(name, owner, duration);
    }

    @Override
    public boolean renew(Lease lease, Duration duration) {
        return right.renew(lease, duration);
    }

    @Override
    public void release(Lease lease) {
        right.release(lease);
    }
}
