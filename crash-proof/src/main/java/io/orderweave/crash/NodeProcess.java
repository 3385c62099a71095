package io.orderweave.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One process with an engine in it, as whoever may kill it sees it. Thread-safe. */
final class NodeProcess {

    private static final int LONGEST_DEATH_SECONDS = 30;

    /** What a node says. */
    sealed interface Said {

        /** Nothing is left to do now; the next effect is due then. */
        record Idle(Optional<Instant> nextDue) implements Said {}

        /** It stands still at its point and waits to be killed. */
        record AtItsPoint(String point) implements Said {}

        /** What its host would log. */
        record Fault(String text) implements Said {}

        /** The connection waits for a person. */
        record Stopped(String connection) implements Said {}

        /** Not said by the node: an answer to it is held up on the wire. */
        record WaitsForAnswer(String point) implements Said {}

        /** The process has ended, of itself or killed. */
        record Ended() implements Said {}
    }

    private final Process process;
    private final Writer ear;
    private final CountDownLatch ready = new CountDownLatch(1);
    private volatile Consumer<Said> listener = said -> {};

    private NodeProcess(Process process) {
        this.process = process;
        this.ear = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Starts a process that waits for its settings. */
    static NodeProcess start(ProcessBuilder command) {
        try {
            NodeProcess node = new NodeProcess(command.start());
            Thread reader = new Thread(node::read, "node-" + node.process.pid());
            reader.setDaemon(true);
            reader.start();
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives it its settings, with which it begins at once. */
    void begin(Path settings, Consumer<Said> told) {
        listener = told;
        say(settings.toString());
    }

    void go() {
        say("GO");
    }

    /** Lets it try its connections' credentials again. */
    void probe() {
        say("PROBE");
    }

    /** Lets it end of itself. */
    void stop() {
        say("STOP");
    }

    /** SIGKILL. Returns when the process is gone. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    void awaitEnd() {
        try {
            if (!process.waitFor(LONGEST_DEATH_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("process " + process.pid() + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a process ends", e);
        }
    }

    int exitCode() {
        return process.exitValue();
    }

    /** Waits until it has started. */
    void awaitReady() throws InterruptedException {
        if (!ready.await(LONGEST_DEATH_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("process " + process.pid() + " does not start");
        }
    }

    private void say(String line) {
        try {
            ear.write(line + "\n");
            ear.flush();
        } catch (IOException dead) {
            // It has ended, which its reader tells.
        }
    }

    private void read() {
        try (BufferedReader mouth = process.inputReader(StandardCharsets.UTF_8)) {
            String line = mouth.readLine();
            while (line != null) {
                hear(line);
                line = mouth.readLine();
            }
        } catch (IOException killed) {
            // A killed process closes its pipe in the middle of a word.
        }
        ready.countDown();
        listener.accept(new Said.Ended());
    }

    private void hear(String line) {
        int space = line.indexOf(' ');
        String word = space < 0 ? line : line.substring(0, space);
        String rest = line.substring(space + 1);
        switch (word) {
            case "READY" -> ready.countDown();
            case "IDLE" ->
                listener.accept(new Said.Idle(
                        rest.equals("-") ? Optional.empty() : Optional.of(Instant.ofEpochMilli(Long.parseLong(rest)))));
            case "KILL" -> listener.accept(new Said.AtItsPoint(rest));
            case "FAULT" -> listener.accept(new Said.Fault(rest));
            case "STOPPED" -> listener.accept(new Said.Stopped(rest));
            default -> throw new IllegalStateException("a node says what nobody understands: " + line);
        }
    }
}
