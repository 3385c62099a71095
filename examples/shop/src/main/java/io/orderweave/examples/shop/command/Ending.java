package io.orderweave.examples.shop.command;

import io.orderweave.OrderHub;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * Ends a command cleanly when its process is told to end (Ctrl-C, SIGTERM): calls that run get their time, the command's thread is told
 * to stop, and the process lives on until the command has closed everything.
 */
final class Ending implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Thread command = Thread.currentThread();
    private final CountDownLatch over = new CountDownLatch(1);
    private final OrderHub hub;
    private final Thread hook = new Thread(this::end, "ending");

    private Ending(OrderHub hub) {
        this.hub = hub;
    }

    /** From now on, until it is closed, the command of this thread ends cleanly. */
    static Ending of(OrderHub hub) {
        Ending ending = new Ending(hub);
        Runtime.getRuntime().addShutdownHook(ending.hook);
        return ending;
    }

    private void end() {
        hub.close(GRACE);
        command.interrupt();
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The command has ended, by itself or because it was told to. */
    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The process ends already: the hook runs, and has just been let go.
        }
    }
}
