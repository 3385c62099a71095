package io.orderweave.internal.ledger;

import io.orderweave.store.BlobStore;
import io.orderweave.store.EffectBacklog;
import io.orderweave.store.EffectQuery;
import io.orderweave.store.EffectStore;
import io.orderweave.store.JournalStore;
import io.orderweave.store.LeaseStore;
import io.orderweave.store.RecordStore;
import io.orderweave.store.SeriesStore;
import io.orderweave.store.StoredEffect;
import io.orderweave.store.Stores;
import io.orderweave.store.Transactor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Stores that tell when a transaction has ended that looked for due effects. */
abstract class StoresAround implements Stores {

    private final Stores stores;
    private final ThreadLocal<Boolean> looked = ThreadLocal.withInitial(() -> false);

    StoresAround(Stores stores) {
        this.stores = stores;
    }

    protected abstract void afterClaim();

    /** The connections that a look leaves out. */
    protected Set<String> except(Set<String> full) {
        return full;
    }

    @Override
    public Transactor transactor() {
        Transactor inner = stores.transactor();
        return new Transactor() {
            @Override
            public <T> T inTransaction(Supplier<T> work) {
                try {
                    return inner.inTransaction(work);
                } finally {
                    if (!inner.active() && looked.get()) {
                        looked.set(false);
                        afterClaim();
                    }
                }
            }

            @Override
            public boolean active() {
                return inner.active();
            }
        };
    }

    @Override
    public EffectStore effects() {
        EffectStore inner = stores.effects();
        return new EffectStore() {
            @Override
            public boolean insertIfAbsent(StoredEffect effect) {
                return inner.insertIfAbsent(effect);
            }

            @Override
            public Optional<StoredEffect> get(String key) {
                return inner.get(key);
            }

            @Override
            public List<StoredEffect> lockDue(Instant now, int limit, Set<String> exceptConnections) {
                looked.set(true);
                return inner.lockDue(now, limit, except(exceptConnections));
            }

            @Override
            public boolean update(StoredEffect effect) {
                return inner.update(effect);
            }

            @Override
            public List<StoredEffect> ofSubject(String subject) {
                return inner.ofSubject(subject);
            }

            @Override
            public List<StoredEffect> find(EffectQuery query) {
                return inner.find(query);
            }

            @Override
            public Map<String, Long> counts() {
                return inner.counts();
            }

            @Override
            public List<EffectBacklog> backlog(Set<String> states) {
                return inner.backlog(states);
            }

            @Override
            public Optional<Instant> nextDue() {
                return inner.nextDue();
            }
        };
    }

    @Override
    public RecordStore records() {
        return stores.records();
    }

    @Override
    public JournalStore journal() {
        return stores.journal();
    }

    @Override
    public SeriesStore series() {
        return stores.series();
    }

    @Override
    public LeaseStore leases() {
        return stores.leases();
    }

    @Override
    public BlobStore blobs() {
        return stores.blobs();
    }

    @Override
    public Instant now() {
        return stores.now();
    }
}
