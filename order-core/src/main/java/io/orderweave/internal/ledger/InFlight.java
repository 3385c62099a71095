package io.orderweave.internal.ledger;

import io.orderweave.effect.EffectKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tasks this node has claimed: which are being sent, which still wait. Thread-safe. */
final class InFlight {

    private final Map<EffectKey, Task> waiting = new LinkedHashMap<>();
    private final Map<EffectKey, Task> sent = new LinkedHashMap<>();
    private boolean closed;

    synchronized boolean isClosed() {
        return closed;
    }

    /** False after closing: then the claim must be given back. */
    synchronized boolean claimed(Task task) {
        if (closed) {
            return false;
        }
        waiting.put(task.entry().effect().key(), task);
        return true;
    }

    /** Whether the task may begin: not after closing, which gives it back instead. */
    synchronized boolean begin(Task task) {
        EffectKey key = task.entry().effect().key();
        if (waiting.remove(key) == null) {
            return false;
        }
        sent.put(key, task);
        return true;
    }

    synchronized void ended(Task task) {
        sent.remove(task.entry().effect().key());
        notifyAll();
    }

    /** Nothing begins any more. Returns what was claimed and has not begun. */
    synchronized List<Task> close() {
        closed = true;
        List<Task> unsent = new ArrayList<>(waiting.values());
        waiting.clear();
        return unsent;
    }

    /** What is still running after at most that many milliseconds. */
    synchronized List<Task> awaitEnd(long millis) throws InterruptedException {
        long until = System.nanoTime() + millis * 1_000_000;
        while (!sent.isEmpty()) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        return new ArrayList<>(sent.values());
    }
}
