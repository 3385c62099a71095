package io.orderweave.tck;

import io.orderweave.store.Stores;
import java.time.Clock;
import org.junit.jupiter.api.Nested;

/**
 * Every clause of the store ports as a test. Authors of a store extend it in their tests:
 *
 * <pre>{@code
 * class MyStoresTest extends StoreTck {
 *     @Override
 *     protected Stores createStores(Clock clock) {
 *         return new MyStores(freshDatabase(), clock);
 *     }
 * }
 * }</pre>
 *
 * <p>Each group is a class of its own and can be run alone in the same way.
 */
public abstract class StoreTck {

    /**
     * Empty stores, anew for each test; closed after it when they are {@link AutoCloseable}.
     *
     * @param clock what {@link Stores#now()} must follow; tests move it
     */
    protected abstract Stores createStores(Clock clock);

    @Nested
    final class Transactions extends TransactorTck {
        @Override
        protected Stores createStores(Clock clock) {
            return StoreTck.this.createStores(clock);
        }
    }

    @Nested
    final class Records extends RecordStoreTck {
        @Override
        protected Stores createStores(Clock clock) {
            return StoreTck.this.createStores(clock);
        }
    }

    @Nested
    final class RecordBatches extends RecordBatchTck {
        @Override
        protected Stores createStores(Clock clock) {
            return StoreTck.this.createStores(clock);
        }
    }

    @Nested
    final class RecordSearch extends RecordSearchTck {
        @Override
        protected Stores createStores(Clock clock) {
            return StoreTck.this.createStores(clock);
        }
    }

    @Nested
    final class Journal extends JournalStoreTck {
        @Override
        protected Stores createStores(Clock clock) {
            return StoreTck.this.createStores(clock);
        }
    }

    @Nested
    final class Effects extends EffectStoreTck {
        @Override
        protected Stores createStores(Clock clock) {
            return StoreTck.this.createStores(clock);
        }
    }

    @Nested
    final class Series extends SeriesStoreTck {
        @Override
        protected Stores createStores(Clock clock) {
            return StoreTck.this.createStores(clock);
        }
    }

    @Nested
    final class Leases extends LeaseStoreTck {
        @Override
        protected Stores createStores(Clock clock) {
            return StoreTck.this.createStores(clock);
        }
    }

    @Nested
    final class Blobs extends BlobStoreTck {
        @Override
        protected Stores createStores(Clock clock) {
            return StoreTck.this.createStores(clock);
        }
    }
}
