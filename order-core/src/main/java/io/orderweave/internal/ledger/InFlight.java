package io.orderweave.internal.ledger;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The tasks this node is carrying out. Thread-safe. */
final class InFlight {

    private final Set<Task> running = new LinkedHashSet<>();
    private boolean closed;

    synchronized boolean isClosed() {
        return closed;
    }

    /** False after closing: then the claim must be given back. */
    synchronized boolean begin(Task task) {
        if (closed) {
            return false;
        }
        running.add(task);
        return true;
    }

    synchronized void ended(Task task) {
        running.remove(task);
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
        return new ArrayList<>(running);
    }
}
