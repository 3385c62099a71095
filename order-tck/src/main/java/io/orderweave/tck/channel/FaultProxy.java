package io.orderweave.tck.channel;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * Stands between a connector and the server, notes what passes and lets troubles befall it. On plain sockets, a connection for each
 * request.
 */
final class FaultProxy implements AutoCloseable {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final long DRIP_MILLIS = 20;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final URI server;
    private final ServerSocket listener;
    private final List<HttpMessage> requests = new CopyOnWriteArrayList<>();
    private final AtomicLong bytesAnswered = new AtomicLong();
    private final List<Cue> cues = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch gone = new CountDownLatch(1);
    private int unanswered;

    private record Cue(Predicate<HttpMessage> which, Trouble trouble) {}

    private FaultProxy(URI server, ServerSocket listener) {
        this.server = server;
        this.listener = listener;
    }

    /** A proxy that passes everything on, until told otherwise. */
    static FaultProxy before(URI server) {
        try {
            FaultProxy proxy = new FaultProxy(server, new ServerSocket(0, 50, InetAddress.getByAddress(LOOPBACK)));
            inBackground(proxy::listen);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where to send requests instead, with the path that the server's URL has. */
    URI url() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + server.getRawPath());
    }

    /** From now on that trouble befalls each such request. */
    void always(Predicate<HttpMessage> which, Trouble trouble) {
        cues.add(0, new Cue(which, trouble));
    }

    void alwaysReads(Trouble trouble) {
        always(request -> !request.isWrite(), trouble);
    }

    void alwaysWrites(Trouble trouble) {
        always(HttpMessage::isWrite, trouble);
    }

    /** From now on everything passes. */
    void calm() {
        cues.clear();
    }

    /** All requests so far, oldest first. */
    List<HttpMessage> requests() {
        return List.copyOf(requests);
    }

    /** How many requests have come. */
    int count() {
        return requests.size();
    }

    /** How many requests have come to a silence that lasts. */
    synchronized int unanswered() {
        return unanswered;
    }

    /** Returns when so many requests wait for an answer that does not come. */
    synchronized void awaitUnanswered(int count) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (unanswered < count) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("the connector sent no request within " + LONGEST_WAIT);
            }
            wait(left);
        }
    }

    private synchronized void noteUnanswered() {
        unanswered++;
        notifyAll();
    }

    /** How many bytes the server's answers had so far. */
    long bytesAnswered() {
        return bytesAnswered.get();
    }

    private void listen() {
        try {
            while (!listener.isClosed()) {
                Socket socket = listener.accept();
                inBackground(() -> serve(socket));
            }
        } catch (IOException e) {
            // Closed by the test.
        } finally {
            gone.countDown();
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            HttpMessage request = HttpMessage.read(new BufferedInputStream(socket.getInputStream()), false);
            requests.add(request);
            Trouble trouble = cues.stream()
                    .filter(cue -> cue.which().test(request))
                    .findFirst()
                    .map(Cue::trouble)
                    .orElseGet(Trouble::none);
            trouble.befall(new Passage(request, socket.getOutputStream()));
        } catch (IOException e) {
            // The connector hung up, which it may.
            return;
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "fault-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            listener.close();
            // Until the thread that accepts has noticed, the system still takes a connection.
            gone.await();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One request on its way. */
    final class Passage {

        private final HttpMessage request;
        private final OutputStream out;

        private Passage(HttpMessage request, OutputStream out) {
            this.request = request;
            this.out = out;
        }

        HttpMessage request() {
            return request;
        }

        /** The server's answer, asked for by this call. */
        HttpMessage forward() throws IOException {
            try (Socket socket = new Socket(server.getHost(), server.getPort())) {
                socket.setTcpNoDelay(true);
                request.writeTo(socket.getOutputStream());
                HttpMessage answer = HttpMessage.read(new BufferedInputStream(socket.getInputStream()), true);
                bytesAnswered.addAndGet(answer.body().length);
                return answer;
            }
        }

        /** To the connector. */
        OutputStream out() {
            return out;
        }

        /** Returns when the test is over. */
        void waitForTheEnd() {
            noteUnanswered();
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Waits between two drops; false when the test is over. */
        boolean waitAMoment() {
            try {
                return !closed.await(DRIP_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
