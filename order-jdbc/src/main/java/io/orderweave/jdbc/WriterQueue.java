package io.orderweave.jdbc;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets the writers of this process in one after the other, first come, first served. The database would do it too, but by
 * polling and in any order, so that a busy shop would starve somebody.
 */
final class WriterQueue {

    private final ReentrantLock turn = new ReentrantLock(true);
    private final Duration patience;
    private final String database;

    WriterQueue(Duration patience, String database) {
        this.patience = patience;
        this.database = database;
    }

    <T> T inTurn(Supplier<T> work) {
        await();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    private void await() {
        try {
            if (turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OrderweaveException(
                    FaultCategory.TRANSIENT, "interrupted while waiting to write to " + database, e);
        }
        throw new OrderweaveException(
                FaultCategory.TRANSIENT,
                "the database " + database + " is locked by another writer of this process, for longer than "
                        + patience.toMillis() + " ms");
    }
}
