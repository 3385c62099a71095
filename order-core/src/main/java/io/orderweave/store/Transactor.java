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
     * exception marks the outer transaction for rollback, also one thrown by a method of a store; what is called in it then
     * may be refused. Otherwise a transaction is opened, committed when {@code work} returns, and rolled back when it throws;
     * the exception is rethrown unchanged.
     *
     * <p>In the host's own transaction, which only the host can end, an exception takes back what {@code work} wrote and
     * reaches the host, who rolls back.
     *
     * <p>Isolation: {@code work} never sees the uncommitted writes of others; where it would, it waits for them to end. Two
     * transactions that update the same record from the same version cannot both commit.
     *
     * @throws io.orderweave.error.OrderweaveException (INTERNAL) when {@code work} returns, or calls on, although its
     *     transaction was marked for rollback: somebody caught the exception, which is the cause; everything is rolled back
     */
    <T> T inTransaction(Supplier<T> work);

    /** Whether a transaction is active on the calling thread, ours or the host's. */
    boolean active();
}
