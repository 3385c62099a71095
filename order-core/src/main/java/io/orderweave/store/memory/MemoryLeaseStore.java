package io.orderweave.store.memory;

import io.orderweave.store.LeaseStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The last holding of each name; a name is never forgotten, so that its token keeps growing. */
final class MemoryLeaseStore implements LeaseStore {

    private record Holding(long token, Instant until) {}

    private final MemoryTransactor transactor;
    private final Clock clock;
    private final RollbackMap<String, Holding> holdings;

    MemoryLeaseStore(MemoryTransactor transactor, Clock clock) {
        this.transactor = transactor;
        this.clock = clock;
        this.holdings = new RollbackMap<>(transactor, new HashMap<>());
    }

    @Override
    public Optional<Lease> acquire(String name, String owner, Duration duration) {
        return transactor.inTransaction(() -> {
            Instant now = clock.instant();
            Holding last = holdings.get(name);
            if (last != null && now.isBefore(last.until())) {
                return Optional.empty();
            }
            long token = last == null ? 1 : last.token() + 1;
            holdings.put(name, new Holding(token, now.plus(duration)));
            return Optional.of(new Lease(name, owner, token));
        });
    }

    @Override
    public boolean renew(Lease lease, Duration duration) {
        return transactor.inTransaction(() -> {
            Instant now = clock.instant();
            boolean held = isHeld(holdings.get(lease.name()), lease, now);
            if (held) {
                holdings.put(lease.name(), new Holding(lease.token(), now.plus(duration)));
            }
            return held;
        });
    }

    @Override
    public void release(Lease lease) {
        transactor.inTransaction(() -> {
            Instant now = clock.instant();
            boolean held = isHeld(holdings.get(lease.name()), lease, now);
            if (held) {
                holdings.put(lease.name(), new Holding(lease.token(), now));
            }
            return held;
        });
    }

    private static boolean isHeld(@Nullable Holding holding, Lease lease, Instant now) {
        return holding != null && holding.token() == lease.token() && now.isBefore(holding.until());
    }
}
