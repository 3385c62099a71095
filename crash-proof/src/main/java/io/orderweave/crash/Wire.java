package io.orderweave.crash;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The cable between one node and one outside system. Everything that passes can be watched, held up and cut, and it knows when all that
 * a dead node had sent has been taken or thrown away: then, and only then, may time pass for what it left behind. Thread-safe.
 */
final class Wire implements AutoCloseable {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final long LONGEST_DRAIN_MILLIS = 30_000;

    /** Told of every request before it is passed on, and of every answer before it is. Called on the wire's own threads. */
    interface Watch {

        Fate at(Point point);
    }

    /** Where something is. */
    record Point(String system, boolean isAnswer) {

        @Override
        public String toString() {
            return (isAnswer ? "answer of " : "request to ") + system;
        }
    }

    /** What becomes of it. */
    enum Fate {
        PASS,
        CUT
    }

    private final String system;
    private final int port;
    private final Watch watch;
    private final ServerSocket listening;
    private int open;

    private Wire(String system, int port, Watch watch, ServerSocket listening) {
        this.system = system;
        this.port = port;
        this.watch = watch;
        this.listening = listening;
    }

    /**
     * Leads to the system that listens on that port of this machine.
     *
     * @param system its name in points
     */
    static Wire to(String system, int port, Watch watch) {
        try {
            Wire wire = new Wire(system, port, watch, new ServerSocket(0, 50, InetAddress.getByAddress(LOOPBACK)));
            wire.inBackground("accept", wire::accept);
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    /** Waits until no connection is left: what their dead ends had sent is processed, or gone for good. */
    synchronized void awaitDrained() throws InterruptedException {
        long until = System.nanoTime() + LONGEST_DRAIN_MILLIS * 1_000_000;
        while (open > 0) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new IllegalStateException(open + " connections to " + system + " outlived their node");
            }
            wait(left);
        }
    }

    @Override
    public void close() {
        closeQuietly(listening);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket node = listening.accept();
                begun();
                inBackground("relay", () -> relay(node));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void relay(Socket node) {
        try (node;
                Socket remote = new Socket(InetAddress.getByAddress(LOOPBACK), port)) {
            node.setTcpNoDelay(true);
            remote.setTcpNoDelay(true);
            AtomicBoolean asked = new AtomicBoolean();
            Thread answers = inBackground(
                    "answers",
                    () -> pump(remote, node, () -> {
                        return asked.compareAndSet(true, false) ? watch.at(new Point(system, true)) : Fate.PASS;
                    }));
            pump(node, remote, () -> {
                return asked.compareAndSet(false, true) ? watch.at(new Point(system, false)) : Fate.PASS;
            });
            answers.join();
        } catch (IOException cut) {
            // The other side is gone; so is this connection.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended();
        }
    }

    private interface Gate {
        Fate fate();
    }

    /** Passes on until the end, which is passed on too: the system then processes what it has got and closes. */
    private static void pump(Socket from, Socket to, Gate gate) {
        byte[] chunk = new byte[16 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int read = in.read(chunk);
            while (read >= 0) {
                if (gate.fate() == Fate.CUT) {
                    closeQuietly(from);
                    closeQuietly(to);
                    return;
                }
                out.write(chunk, 0, read);
                read = in.read(chunk);
            }
            to.shutdownOutput();
        } catch (IOException cut) {
            // One side is gone: what it sent before is passed on, nothing more will come.
            try {
                to.shutdownOutput();
            } catch (IOException alsoGone) {
                closeQuietly(from);
            }
        }
    }

    private synchronized void begun() {
        open++;
    }

    private synchronized void ended() {
        open--;
        notifyAll();
    }

    private Thread inBackground(String what, Runnable work) {
        Thread thread = new Thread(work, "wire-" + system + "-" + what);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
