package io.orderweave.crash.node;

import io.orderweave.OrderHub;
import io.orderweave.connection.ConnectionId;
import io.orderweave.error.OrderweaveException;
import io.orderweave.store.Stores;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The process that is killed: one engine that pulls and runs until nothing is left to do, then says so and waits for the word to go on.
 *
 * <p>It speaks in lines. It hears the path of its {@link NodeSettings}, then {@code GO}, {@code PROBE} or {@code STOP}; it says {@code
 * READY} when it has started, {@code IDLE <millis of the next due effect, or ->}, {@code KILL <point>} when its hour has come, {@code
 * FAULT <text>} for what its host's scheduler would log, and {@code STOPPED <connection>} for one that waits for a person.
 */
public final class Node {

    private final PrintStream out;
    private final BufferedReader in;

    private Node(PrintStream out, BufferedReader in) {
        this.out = out;
        this.in = in;
    }

    /** Waits for its settings on standard input; ends when that ends, and with 1 when its database does not let it start. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        // Whatever else writes to standard output must not be taken for our lines.
        System.setOut(System.err);
        Node node = new Node(out, new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
        node.live();
    }

    private void live() throws IOException {
        say("READY");
        String file = in.readLine();
        if (file == null) {
            return;
        }
        NodeSettings settings = NodeSettings.read(Path.of(file));
        try (NodeDatabase database = NodeDatabase.open(settings)) {
            Stores stores = settings.breakage() == Breakage.NO_TRANSACTIONS
                    ? new UncommittedStores(database.stores())
                    : database.stores();
            KillPoints points = new KillPoints(settings.killAt(), settings.killPoint(), point -> say("KILL " + point));
            try (OrderHub hub = Shop.open(new HookedStores(stores, points), settings)) {
                work(hub, settings.atOnce());
            }
        }
    }

    private void work(OrderHub hub, int atOnce) throws IOException {
        String word = "GO";
        while (word != null && !word.equals("STOP")) {
            if (word.equals("PROBE")) {
                attempt(() -> hub.probe(Shop.ALLEGRO));
            }
            untilQuiet(hub, atOnce);
            Shop.CONNECTIONS.stream()
                    .filter(connection -> hub.stopped(connection).isPresent())
                    .forEach(connection -> say("STOPPED " + connection));
            say("IDLE " + nextDue(hub));
            word = in.readLine();
        }
    }

    private void untilQuiet(OrderHub hub, int atOnce) {
        boolean busy = true;
        while (busy) {
            busy = false;
            for (ConnectionId connection : Shop.CONNECTIONS) {
                busy |= hub.stopped(connection).isEmpty()
                        && attempt(() -> hub.pull(connection).broughtAnything());
            }
            busy |= attempt(
                    () -> hub.effects().runDue(Node::inBackground, atOnce).didAnything());
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "effects");
        thread.setDaemon(true);
        thread.start();
    }

    private String nextDue(OrderHub hub) {
        try {
            return hub.effects()
                    .nextDue()
                    .map(Instant::toEpochMilli)
                    .map(String::valueOf)
                    .orElse("-");
        } catch (OrderweaveException fault) {
            say("FAULT " + fault.category());
            return "-";
        }
    }

    private interface Work {
        boolean done();
    }

    private void attempt(Runnable work) {
        attempt(() -> {
            work.run();
            return true;
        });
    }

    /** As a host's scheduler does: what fails is told, and tried again with the next round. */
    private boolean attempt(Work work) {
        try {
            return work.done();
        } catch (RuntimeException fault) {
            say("FAULT "
                    + (fault instanceof OrderweaveException known
                            ? known.category()
                            : fault.getClass().getName()) + " "
                    + String.valueOf(fault.getMessage()).replace('\n', ' '));
            return false;
        }
    }

    private synchronized void say(String line) {
        out.println(line);
    }
}
