package io.orderweave.tck;

import io.orderweave.store.Stores;
import java.time.Clock;
import java.util.function.Function;

/** A group of {@link StoreTck} that can be run against any adapter, as JUnit would run it for the adapter's author. */
enum KitGroup {
    TRANSACTIONS(Transactions.class),
    RECORDS(Records.class),
    BATCHES(Batches.class),
    SEARCH(Search.class),
    JOURNAL(Journal.class),
    EFFECTS(Effects.class),
    SERIES(Series.class),
    LEASES(Leases.class),
    BLOBS(Blobs.class);

    /** Jupiter makes the instances of test classes itself, on this thread. */
    private static final ThreadLocal<Function<Clock, Stores>> ADAPTER = ThreadLocal.withInitial(() -> {
        throw new IllegalStateException("these classes are run by KitGroup.run only");
    });

    private final Class<? extends StoreGroup> tests;

    KitGroup(Class<? extends StoreGroup> tests) {
        this.tests = tests;
    }

    /** The name of the published class. */
    String title() {
        return tests.getSuperclass().getSimpleName();
    }

    KitRun run(Function<Clock, Stores> adapter) {
        ADAPTER.set(adapter);
        try {
            return KitRun.of(tests);
        } finally {
            ADAPTER.remove();
        }
    }

    private static Stores create(Clock clock) {
        return ADAPTER.get().apply(clock);
    }

    static final class Transactions extends TransactorTck {
        @Override
        protected Stores createStores(Clock clock) {
            return create(clock);
        }
    }

    static final class Records extends RecordStoreTck {
        @Override
        protected Stores createStores(Clock clock) {
            return create(clock);
        }
    }

    static final class Batches extends RecordBatchTck {
        @Override
        protected Stores createStores(Clock clock) {
            return create(clock);
        }
    }

    static final class Search extends RecordSearchTck {
        @Override
        protected Stores createStores(Clock clock) {
            return create(clock);
        }
    }

    static final class Journal extends JournalStoreTck {
        @Override
        protected Stores createStores(Clock clock) {
            return create(clock);
        }
    }

    static final class Effects extends EffectStoreTck {
        @Override
        protected Stores createStores(Clock clock) {
            return create(clock);
        }
    }

    static final class Series extends SeriesStoreTck {
        @Override
        protected Stores createStores(Clock clock) {
            return create(clock);
        }
    }

    static final class Leases extends LeaseStoreTck {
        @Override
        protected Stores createStores(Clock clock) {
            return create(clock);
        }
    }

    static final class Blobs extends BlobStoreTck {
        @Override
        protected Stores createStores(Clock clock) {
            return create(clock);
        }
    }
}
