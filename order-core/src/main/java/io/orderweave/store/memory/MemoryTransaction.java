package io.orderweave.store.memory;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What one transaction would have to undo, and whether it must. */
final class MemoryTransaction {

    private final Deque<Runnable> undo = new ArrayDeque<>();
    private @Nullable Throwable reason;

    void onRollback(Runnable step) {
        undo.push(step);
    }

    /** The first exception is kept: the later ones follow from it. */
    void markForRollback(Throwable fault) {
        if (reason == null) {
            reason = fault;
        }
    }

    void requireCommittable() {
        if (reason != null) {
            throw new OrderweaveException(
                    FaultCategory.INTERNAL,
                    "the transaction was rolled back although its work returned: an exception inside it was caught",
                    reason);
        }
    }

    void rollBack() {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }
}
