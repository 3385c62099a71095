package io.orderweave.crash.node;

import io.orderweave.store.BlobStore;
import io.orderweave.store.EffectStore;
import io.orderweave.store.JournalStore;
import io.orderweave.store.LeaseStore;
import io.orderweave.store.RecordStore;
import io.orderweave.store.SeriesStore;
import io.orderweave.store.Stores;
import io.orderweave.store.Transactor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Stores that only pretend to run transactions: each call commits by itself, so what should be saved together is saved one after the
 * other. Wrong on purpose ({@link Breakage#NO_TRANSACTIONS}).
 */
final class UncommittedStores implements Stores {

    private final Stores stores;
    private final PretendedTransactor pretended = new PretendedTransactor();

    UncommittedStores(Stores stores) {
        this.stores = stores;
    }

    private <T> T alone(Class<T> port, T store) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) -> stores.transactor().inTransaction(() -> {
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        if (e.getCause() instanceof RuntimeException fault) {
                            throw fault;
                        }
                        throw new IllegalStateException(e.getCause());
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })));
    }

    @Override
    public Transactor transactor() {
        return pretended;
    }

    @Override
    public RecordStore records() {
        return alone(RecordStore.class, stores.records());
    }

    @Override
    public JournalStore journal() {
        return alone(JournalStore.class, stores.journal());
    }

    @Override
    public EffectStore effects() {
        return alone(EffectStore.class, stores.effects());
    }

    @Override
    public SeriesStore series() {
        return alone(SeriesStore.class, stores.series());
    }

    @Override
    public LeaseStore leases() {
        return alone(LeaseStore.class, stores.leases());
    }

    @Override
    public BlobStore blobs() {
        return alone(BlobStore.class, stores.blobs());
    }

    @Override
    public Instant now() {
        return stores.now();
    }

    /** Says that a transaction is active, and has none. */
    private static final class PretendedTransactor implements Transactor {

        private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);

        @Override
        public <T> T inTransaction(Supplier<T> work) {
            int outer = depth.get();
            depth.set(outer + 1);
            try {
                return work.get();
            } finally {
                depth.set(outer);
            }
        }

        @Override
        public boolean active() {
            return depth.get() > 0;
        }
    }
}
