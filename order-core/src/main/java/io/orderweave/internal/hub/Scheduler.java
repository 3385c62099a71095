package io.orderweave.internal.hub;

import io.orderweave.connection.ConnectionId;
import io.orderweave.internal.book.FaultText;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of an engine that the host asked to run by itself. */
final class Scheduler {

    private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, work -> {
        Thread thread = new Thread(work, "orderweave");
        thread.setDaemon(true);
        return thread;
    });

    Scheduler(
            Collection<ConnectionId> connections,
            Duration pullEvery,
            Duration runEvery,
            Consumer<ConnectionId> pull,
            Runnable run) {
        for (ConnectionId connection : connections) {
            every(pullEvery, "pull of connection " + connection, () -> pull.accept(connection));
        }
        every(runEvery, "run of due effects", run);
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
    }

    /** Waits for what runs to end. */
    void awaitEnd(Duration grace) {
        try {
            if (!threads.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
