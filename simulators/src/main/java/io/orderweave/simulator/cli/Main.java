package io.orderweave.simulator.cli;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Simulates one marketplace in real time until it is stopped, for hosts that are tried out by hand or are not written in Java. What it
 * prints is a properties file: the settings of a connection as {@code examples/shop} reads them, all else as remarks. Hosts start it; it
 * holds no state but what it serves.
 */
public final class Main {

    private static final int WRONG_ARGUMENTS = 2;
    private static final int FAILED = 1;

    private Main() {}

    /**
     * Serves what the arguments say; ends with 2 when they are wrong and with 1 when the port is taken or the state cannot be read. On
     * SIGTERM and SIGINT it stops answering, says so, and ends as Java does.
     */
    public static void main(String[] arguments) throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(told, ended), "stop"));
        int code;
        try {
            code = run(arguments, utf8(System.out), utf8(System.err), told);
        } finally {
            ended.countDown();
        }
        if (told.getCount() > 0) {
            System.exit(code);
        }
    }

    /** Serves until it is told to stop. Returns the exit code. */
    static int run(String[] arguments, PrintStream out, PrintStream err, CountDownLatch told)
            throws InterruptedException {
        if (List.of(arguments).contains("--help")) {
            out.println(Arguments.USAGE);
            return 0;
        }
        Arguments asked;
        try {
            asked = Arguments.parse(arguments);
        } catch (WrongArgumentsException wrong) {
            err.println(wrong.getMessage());
            err.println(Arguments.USAGE);
            return WRONG_ARGUMENTS;
        }
        try (Served served = asked.marketplace().start(asked)) {
            announce(served, asked, out);
            told.await();
            out.println("# Stopped.");
            return 0;
        } catch (UncheckedIOException failed) {
            err.println(asked.marketplace().key() + " cannot be simulated: " + failed.getMessage());
            return FAILED;
        }
    }

    private static void announce(Served served, Arguments asked, PrintStream out) {
        String name = asked.marketplace().key();
        out.println("# " + name + " is simulated at " + served.simulator().baseUrl());
        out.println("connection." + name + ".type = " + name);
        for (Map.Entry<String, String> setting : served.settings().entrySet()) {
            out.println("connection." + name + ".set." + setting.getKey() + " = " + setting.getValue());
        }
        for (int order = 0; order < asked.orders(); order++) {
            out.println("# Order " + served.place(order));
        }
        out.println("# Running until it is stopped (Ctrl+C, SIGTERM).");
    }

    /** In the shutdown hook: the JVM waits for it, and so for the simulator to close. */
    private static void stop(CountDownLatch told, CountDownLatch ended) {
        told.countDown();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
