package io.orderweave.store.memory;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.store.Transactor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One transaction at a time: the lock is held from its beginning to its end. */
final class MemoryTransactor implements Transactor {

    private final ReentrantLock lock = new ReentrantLock();

    /** Guarded by the lock: whoever holds it and finds a transaction here is the thread that began it. */
    private @Nullable MemoryTransaction current;

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        lock.lock();
        try {
            return current == null ? begin(work) : join(current, work);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean active() {
        return lock.isHeldByCurrentThread() && current != null;
    }

    /** Registers what takes a change back, in case the transaction rolls back. Only inside a transaction. */
    void onRollback(Runnable undo) {
        if (current == null) {
            throw new IllegalStateException("a change outside a transaction could not be undone");
        }
        current.onRollback(undo);
    }

    /** Refuses a method that makes no sense outside a transaction. */
    void requireActive(String method) {
        if (!active()) {
            throw new OrderweaveException(
                    FaultCategory.INVALID_REQUEST, method + " must be called in a transaction, and none is active");
        }
    }

    private <T> T begin(Supplier<T> work) {
        MemoryTransaction transaction = new MemoryTransaction();
        current = transaction;
        boolean committed = false;
        try {
            T result = work.get();
            transaction.requireCommittable();
            committed = true;
            return result;
        } finally {
            if (!committed) {
                transaction.rollBack();
            }
            current = null;
        }
    }

    private static <T> T join(MemoryTransaction transaction, Supplier<T> work) {
        try {
            return work.get();
        } catch (Throwable fault) {
            transaction.markForRollback(fault);
            throw fault;
        }
    }
}
