package io.orderweave.internal.hub;

import io.orderweave.connection.ConnectionId;
import io.orderweave.effect.Effects;
import io.orderweave.internal.book.FaultText;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of an engine that the host asked to run by itself. */
final class Scheduler {

    private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);

    /** Effects at a time: each waits for the outside most of its time. */
    private static final int EFFECTS_AT_ONCE = 8;

    /** A look costs nothing while there is no hint. */
    private static final Duration HINTS_EVERY = Duration.ofSeconds(1);

    private final ExecutorService workers = Executors.newFixedThreadPool(EFFECTS_AT_ONCE - 1, Scheduler::thread);
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(3, Scheduler::thread);

    /** Pulls the connection, again and again. */
    void pull(ConnectionId connection, Duration pause, Consumer<ConnectionId> pull) {
        every(pause, "pull of connection " + connection, () -> pull.accept(connection));
    }

    /** Looks at what channels hinted at, soon after they did. */
    void pullHinted(Runnable pullHinted) {
        every(HINTS_EVERY, "pull of what channels hinted at", pullHinted);
    }

    /** Runs what is due, again and again. */
    void run(Effects effects, Duration pause) {
        every(pause, "run of due effects", () -> effects.runDue(workers, EFFECTS_AT_ONCE));
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "orderweave");
        thread.setDaemon(true);
        return thread;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a failure is reported by safely
    private void every(Duration pause, String what, Runnable work) {
        threads.scheduleWithFixedDelay(() -> safely(what, work), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A scheduled task that throws would never run again. */
    private static void safely(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException fault) {
            LOG.warn("The {} failed; it is tried again at its next turn", what, FaultText.traceOf(fault));
        }
    }

    /** Starts nothing any more; what runs goes on. */
    void stop() {
        threads.shutdown();
        workers.shutdown();
    }

    /** Waits for what runs to end. */
    void awaitEnd(Duration grace) {
        try {
            if (!threads.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                stopNow();
            }
        } catch (InterruptedException e) {
            stopNow();
            Thread.currentThread().interrupt();
        }
    }

    private void stopNow() {
        threads.shutdownNow();
        workers.shutdownNow();
    }
}
