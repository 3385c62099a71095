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

/** Stores with a point to die at before and after every call, and before and after every commit. Thread-safe. */
final class HookedStores implements Stores {

    private final Stores stores;
    private final KillPoints points;
    private final Transactor transactor;
    private final RecordStore records;
    private final JournalStore journal;
    private final EffectStore effects;
    private final SeriesStore series;
    private final LeaseStore leases;
    private final BlobStore blobs;

    HookedStores(Stores stores, KillPoints points) {
        this.stores = stores;
        this.points = points;
        this.transactor = new HookedTransactor(stores.transactor());
        this.records = hooked(RecordStore.class, stores.records(), "records");
        this.journal = hooked(JournalStore.class, stores.journal(), "journal");
        this.effects = hooked(EffectStore.class, stores.effects(), "effects");
        this.series = hooked(SeriesStore.class, stores.series(), "series");
        this.leases = hooked(LeaseStore.class, stores.leases(), "leases");
        this.blobs = hooked(BlobStore.class, stores.blobs(), "blobs");
    }

    private <T> T hooked(Class<T> port, T store, String name) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    String point = name + "." + method.getName();
                    points.pass("before " + point);
                    try {
                        Object result = method.invoke(store, arguments);
                        points.pass("after " + point);
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
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
        return stores.now();
    }

    private final class HookedTransactor implements Transactor {

        private final Transactor inner;

        HookedTransactor(Transactor inner) {
            this.inner = inner;
        }

        @Override
        public <T> T inTransaction(Supplier<T> work) {
            if (inner.active()) {
                return inner.inTransaction(work);
            }
            points.pass("before begin");
            T result = inner.inTransaction(() -> {
                T done = work.get();
                points.pass("before commit");
                return done;
            });
            points.pass("after commit");
            return result;
        }

        @Override
        public boolean active() {
            return inner.active();
        }
    }
}
