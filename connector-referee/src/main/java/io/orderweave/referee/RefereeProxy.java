package io.orderweave.referee;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.orderweave.referee.Traffic.Body;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Stands before a simulator and has a {@link Referee} judge what passes. Used by this build's tests. Thread-safe.
 *
 * <p>A test that makes the simulator break its own rules tells it so, and only requests are judged from then on.
 */
public final class RefereeProxy implements AutoCloseable {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade", "http2-settings", "expect");

    private final Referee referee;
    private final URI server;
    private final HttpServer http;
    private final ExecutorService threads;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Set<String> violations = new ConcurrentSkipListSet<>();
    private final Set<String> unjudged;
    private volatile boolean answersAreFree;

    private RefereeProxy(Referee referee, URI server, Set<String> unjudged, HttpServer http) {
        this.referee = referee;
        this.server = server;
        this.unjudged = Set.copyOf(unjudged);
        this.http = http;
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "referee");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts to listen.
     *
     * @param unjudged paths that the document does not speak of, such as OAuth's
     */
    public static RefereeProxy before(URI server, Referee referee, Set<String> unjudged) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0);
            RefereeProxy proxy = new RefereeProxy(referee, server, unjudged, http);
            http.setExecutor(proxy.threads);
            http.createContext("/", proxy::handle);
            http.start();
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where to send requests instead, with the path that the server's URL has. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + server.getRawPath());
    }

    /** From now on the simulator's answers may be wrong. */
    public void freeAnswers() {
        answersAreFree = true;
    }

    /** What was not as the document says, a sentence each, and each once. */
    public Set<String> violations() {
        return Set.copyOf(violations);
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] request = exchange.getRequestBody().readAllBytes();
            HttpResponse<byte[]> answer = forward(exchange, request);
            if (!unjudged.contains(exchange.getRequestURI().getPath())) {
                judge(exchange, request, answer);
            }
            answer.headers().map().forEach((name, values) -> {
                if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the test is over");
        }
    }

    private void judge(HttpExchange exchange, byte[] request, HttpResponse<byte[]> answer) {
        Traffic traffic = new Traffic(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                values(exchange.getRequestURI().getRawQuery()),
                Body.of(
                        request,
                        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))),
                answer.statusCode(),
                Body.of(answer.body(), answer.headers().firstValue("Content-Type")));
        referee.violations(traffic).stream()
                .filter(wrong -> !answersAreFree || wrong.contains(": request: "))
                .forEach(violations::add);
    }

    /** The values of each parameter of an encoded query, of none when there is no query. */
    static Map<String, List<String>> values(@Nullable String query) {
        if (query == null) {
            return Map.of();
        }
        Map<String, List<String>> values = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            values.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
                    .add(parts.length < 2 ? "" : decoded(parts[1]));
        }
        return values;
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }
}
