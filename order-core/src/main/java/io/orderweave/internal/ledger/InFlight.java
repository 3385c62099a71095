package io.orderweave.internal.ledger;

import io.orderweave.effect.EffectKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tasks this node is carrying out. Thread-safe. */
final class InFlight {

    private final Map<EffectKey, Task> running = new LinkedHashMap<>();
    private boolean closed;

    synchronized boolean isClosed() {
        return closed;
    }

    /** False after closing: then the claim must be given back. */
    synchronized boolean begin(Task task) {
        if (closed) {
            return false;
        }
        running.put(task.entry().effect().key(), task);
        return true;
    }

    synchronized void ended(Task task) {
        running.remove(task.entry().effect().key());
        notifyAll();
    }

    /** Nothing begins any more. */
    synchronized void close() {
        closed = true;
    }

    /** What is still running after at most that many milliseconds. */
    synchronized List<Task> awaitEnd(long millis) throws InterruptedException {
        long until = System.nanoTime() + millis * 1_000_000;
        while (!running.isEmpty()) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        return new ArrayList<>(running.values());
    }
}
