package io.orderweave.store;

import java.util.function.Supplier;

/**
 * Runs work in a transaction of the host's database. Implemented by the host's persistence adapter; thread-safe.
 *
 * <p>A transaction is ambient: it belongs to the calling thread and every store of the same {@link Stores} called on that
 * thread takes part in it.
 */
public interface Transactor {

    /**
     * Runs {@code work} in one transaction and returns its result.
     *
     * <p>When a transaction is already active on this thread, {@code work} joins it: nothing is committed here, and an
     * exception marks the outer transaction for rollback. Otherwise a transaction is opened, committed when {@code work}
     * returns, and rolled back when it throws; the exception is rethrown unchanged.
     *
     * <p>Isolation: {@code work} never sees the uncommitted writes of others. Two transactions that update the same record
     * from the same version cannot both commit.
     */
    <T> T inTransaction(Supplier<T> work);

    /** Whether a transaction is active on the calling thread, ours or the host's. */
    boolean active();
}
