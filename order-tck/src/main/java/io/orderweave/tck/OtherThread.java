package io.orderweave.tck;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** One piece of work on a thread of its own. */
final class OtherThread<T> {

    /** Far above what any of the work takes: a store that hangs fails the test instead of stopping the build. */
    private static final long LIMIT_SECONDS = 60;

    /** Every such thread has it. */
    static final String NAME = "store-tck";

    /** How long a thread may run before it counts as blocked in the database, where Java cannot see it wait. */
    private static final long BLOCKED_AFTER_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final Thread thread;

    OtherThread(Supplier<T> work) {
        thread = new Thread(() -> run(work), NAME);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Returns when the work has ended, or waits for something that only another thread can end. */
    void awaitFinishedOrBlocked() {
        long deadline = System.nanoTime() + BLOCKED_AFTER_NANOS;
        while (!result.isDone() && !waits() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }

    /** The result of the work; what it threw is thrown here. */
    T result() {
        try {
            return result.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new AssertionError("the other thread failed", e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("the other thread still runs after " + LIMIT_SECONDS + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private boolean waits() {
        return switch (thread.getState()) {
            case WAITING, TIMED_WAITING, BLOCKED -> true;
            case NEW, RUNNABLE, TERMINATED -> false;
        };
    }

    private void run(Supplier<T> work) {
        try {
            result.complete(work.get());
        } catch (Throwable fault) {
            result.completeExceptionally(fault);
        }
    }
}
