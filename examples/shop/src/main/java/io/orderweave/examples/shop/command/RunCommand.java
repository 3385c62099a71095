package io.orderweave.examples.shop.command;

import io.orderweave.examples.shop.ExitCodes;
import io.orderweave.examples.shop.ShopHub;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "run", description = "Pulls every connection and does what is due, once or until stopped.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class RunCommand implements Callable<Integer> {

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
        return shop.withHubToRun(
                open -> once ? new OneRun(open, shop.time(), wait, shop.out()).run() : untilStopped(open));
    }

    private int untilStopped(ShopHub open) {
        StoppedConnections stopped = new StoppedConnections(open, this::say);
        stopped.look();
        open.hub().start(every, Duration.ofSeconds(1));
        say("running; stop with Ctrl-C or SIGTERM");
        while (shop.time().pass(every)) {
            stopped.look();
        }
        say("stopped");
        return ExitCodes.DONE;
    }

    private void say(String text) {
        shop.out().println(text);
        shop.out().flush();
    }
}
