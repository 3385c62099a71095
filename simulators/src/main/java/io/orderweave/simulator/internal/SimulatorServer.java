package io.orderweave.simulator.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.Faults;
import io.orderweave.simulator.RecordedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP side of every simulator: listens on 127.0.0.1, reads the request, shows the fault cued for it or lets the
 * {@link Service} answer, and notes what was asked. Thread-safe.
 */
public final class SimulatorServer {

    /** Above any body a simulated system takes, so that its own limit answers first. */
    private static final int LARGEST_BODY = 8 * 1024 * 1024;

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int THREADS = 8;

    /**
     * The JDK's server writes headers and body apart; without TCP_NODELAY each answer then waits some 40 ms for the caller's
     * acknowledgement. There is no other way to ask for it, and it is read once per process.
     */
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    private static final Logger log = LoggerFactory.getLogger(SimulatorServer.class);

    private final HttpServer http;
    private final ExecutorService threads;
    private final Service service;
    private final Faults faults = new Faults();
    private final RequestLog requests = new RequestLog();
    private final CountDownLatch closed = new CountDownLatch(1);

    static {
        if (System.getProperty(NO_DELAY) == null) {
            System.setProperty(NO_DELAY, "true");
        }
    }

    private SimulatorServer(String name, HttpServer http, Service service) {
        this.http = http;
        this.service = service;
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "simulator-" + name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts listening.
     *
     * @param name in thread names
     * @param port 0 lets the system choose
     * @throws UncheckedIOException if the port is taken
     */
    public static SimulatorServer start(String name, int port, Service service) {
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port);
            SimulatorServer server = new SimulatorServer(name, HttpServer.create(address, 0), service);
            server.http.setExecutor(server.threads);
            server.http.createContext("/", server::handle);
            server.http.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    public Faults faults() {
        return faults;
    }

    public List<RecordedRequest> requests() {
        return requests.latest();
    }

    public Map<String, Integer> requestsByOperation() {
        return requests.byOperation();
    }

    public void close() {
        closed.countDown();
        http.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
            if (body.length > LARGEST_BODY) {
                send(exchange, Answer.empty(413));
                return;
            }
            try {
                serve(exchange, callOf(exchange, body));
            } catch (RuntimeException e) {
                // The JDK's server would drop it silently; whoever debugs a test wants to see it.
                log.warn("A simulator failed to answer a {} request", exchange.getRequestMethod(), e);
                send(
                        exchange,
                        Answer.text(500, "text/plain; charset=utf-8", "The simulator itself failed; see its log."));
            }
        }
    }

    private static Call callOf(HttpExchange exchange, byte[] body) {
        String path = exchange.getRequestURI().getRawPath();
        Optional<String> query = Optional.ofNullable(exchange.getRequestURI().getRawQuery());
        return new Call(exchange.getRequestMethod(), path, query, exchange.getRequestHeaders(), body, Map.of());
    }

    private void serve(HttpExchange exchange, Call call) throws IOException {
        String operation = service.operation(call);
        Optional<Fault> fault = faults.take(call.method(), call.path(), operation);
        Optional<Answer> answer = fault.isEmpty() ? Optional.of(service.answer(call)) : failing(fault.get(), call);
        int status = answer.map(Answer::status).orElse(RecordedRequest.CUT);
        requests.add(new RecordedRequest(call.method(), call.path(), operation, status));
        log.debug("{} {} answered {}", call.method(), call.path(), status);
        if (answer.isPresent()) {
            send(exchange, answer.get());
        }
    }

    /** The answer under a fault; empty when the connection is to be closed without one. */
    private Optional<Answer> failing(Fault fault, Call call) {
        if (fault instanceof Fault.CutBefore) {
            return Optional.empty();
        }
        if (fault instanceof Fault.Status instead && !instead.afterWrite()) {
            return Optional.of(Answer.of(instead.status(), instead.headers(), instead.body()));
        }
        Answer answer = service.answer(call);
        if (fault instanceof Fault.CutAfterWrite) {
            return Optional.empty();
        }
        if (fault instanceof Fault.Status instead) {
            return Optional.of(Answer.of(instead.status(), instead.headers(), instead.body()));
        }
        if (fault instanceof Fault.Slow slow && !stays(slow.delay())) {
            return Optional.empty();
        }
        return Optional.of(answer);
    }

    /** Waits; false when the simulator was closed meanwhile. */
    private boolean stays(Duration delay) {
        try {
            return !closed.await(delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body();
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
