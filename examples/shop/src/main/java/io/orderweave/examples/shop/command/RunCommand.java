package io.orderweave.examples.shop.command;

import io.orderweave.examples.shop.ExitCodes;
import io.orderweave.examples.shop.ShopHub;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "run", description = "Pulls every connection and does what is due, once or until stopped.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class RunCommand implements Callable<Integer> {

    private static final Duration GRACE = Duration.ofSeconds(30);

    @ParentCommand
    private ShopCommand shop;

    @Option(names = "--once", description = "Pull everything, do what is due, end.")
    private boolean once;

    @Option(
            names = "--wait",
            defaultValue = "60s",
            converter = Durations.class,
            description = "With --once: how long to wait for what is due soon; ${DEFAULT-VALUE} unless given.")
    private Duration wait;

    @Option(
            names = "--every",
            defaultValue = "60s",
            converter = Durations.class,
            description = "Without --once: the pause between pulls; ${DEFAULT-VALUE} unless given.")
    private Duration every;

    @Override
    public Integer call() {
        return shop.withHub(open -> once ? new OneRun(open, wait, shop.out()).run() : untilStopped(open));
    }

    /** Runs until the process is told to end; what runs then gets its time, and what was claimed is given back. */
    private int untilStopped(ShopHub open) {
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stopped.countDown();
            await(closed);
        }));
        open.hub().start(every, Duration.ofSeconds(1));
        shop.out().println("running; stop with Ctrl-C or SIGTERM");
        shop.out().flush();
        await(stopped);
        open.hub().close(GRACE);
        shop.out().println("stopped");
        shop.out().flush();
        closed.countDown();
        return ExitCodes.DONE;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
