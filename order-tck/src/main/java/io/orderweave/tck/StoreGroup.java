package io.orderweave.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.store.Stores;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the groups of {@link StoreTck} share: fresh stores, a clock, and words for transactions and threads. */
@SuppressWarnings("NullAway.Init") // JUnit calls openStores
abstract class StoreGroup {

    /** Thrown by tests to roll back. */
    static final class Rollback extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    static final Instant START = Instant.parse("2026-03-01T10:00:00.123456Z");

    SettableClock clock;
    Stores stores;

    /** As {@link StoreTck#createStores}. */
    protected abstract Stores createStores(Clock clock);

    @BeforeEach
    final void openStores() {
        clock = new SettableClock(START);
        stores = createStores(clock);
    }

    @AfterEach
    final void closeStores() throws Exception {
        if (stores instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }

    <T> T inTransaction(Supplier<T> work) {
        return stores.transactor().inTransaction(work);
    }

    void inTransaction(Runnable work) {
        stores.transactor().inTransaction(() -> {
            work.run();
            return true;
        });
    }

    /** Runs {@code work} in a transaction and rolls it back. */
    void rolledBack(Runnable work) {
        Rollback rollback = new Rollback();
        Throwable thrown = catchThrowable(() -> inTransaction(() -> {
            work.run();
            throw rollback;
        }));
        assertThat(thrown).isSameAs(rollback);
    }

    /**
     * What {@code read} finds on another thread while a transaction has made {@code writes} and not ended; rolled back then. A
     * store may let the reader wait for that end.
     */
    <T> T readWhileUncommitted(Runnable writes, Supplier<T> read) {
        OtherThread<T> reader = new OtherThread<>(read);
        rolledBack(() -> {
            writes.run();
            reader.start();
            reader.awaitFinishedOrBlocked();
        });
        return reader.result();
    }

    /** What {@code read} finds on another thread. */
    static <T> T elsewhere(Supplier<T> read) {
        OtherThread<T> reader = new OtherThread<>(read);
        reader.start();
        return reader.result();
    }

    static void assertFault(FaultCategory category, ThrowingCallable call) {
        OrderweaveException fault = catchThrowableOfType(OrderweaveException.class, call);
        assertThat(fault).isNotNull();
        assertThat(fault.category()).isEqualTo(category);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
