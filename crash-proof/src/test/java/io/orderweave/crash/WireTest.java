package io.orderweave.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireTest {

    private final List<String> processed = new CopyOnWriteArrayList<>();
    private final List<String> points = new CopyOnWriteArrayList<>();
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer system;

    @BeforeEach
    void start() throws IOException {
        system = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        system.setExecutor(threads);
        system.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            arrived.countDown();
            if (body.equals("slow")) {
                await(mayAnswer);
            }
            processed.add(body);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        system.start();
    }

    @AfterEach
    void stop() {
        mayAnswer.countDown();
        system.stop(0);
        threads.shutdownNow();
    }

    @Test
    void tellsEachRequestAndEachAnswerOnce() throws Exception {
        try (Wire wire = wire(Wire.Fate.PASS, Wire.Fate.PASS)) {
            HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            post(client, wire, "x".repeat(100_000));
            post(client, wire, "two");
        }

        assertThat(processed).hasSize(2);
        assertThat(points)
                .containsExactly("request to system", "answer of system", "request to system", "answer of system");
    }

    @Test
    void aRequestThatIsCutNeverArrives() {
        try (Wire wire = wire(Wire.Fate.CUT, Wire.Fate.PASS)) {
            assertThatThrownBy(() -> post(HttpClient.newHttpClient(), wire, "one"))
                    .isInstanceOf(IOException.class);
        }

        assertThat(processed).isEmpty();
    }

    @Test
    void anAnswerThatIsCutLeavesTheRequestProcessed() {
        try (Wire wire = wire(Wire.Fate.PASS, Wire.Fate.CUT)) {
            assertThatThrownBy(() -> post(HttpClient.newHttpClient(), wire, "one"))
                    .isInstanceOf(IOException.class);
        }

        assertThat(processed).isNotEmpty();
    }

    @Test
    void isDrainedOnlyWhenWhatTheDeadSentIsProcessed() throws Exception {
        try (Wire wire = wire(Wire.Fate.PASS, Wire.Fate.PASS)) {
            dieAfterSending(wire, "slow");
            await(arrived);
            Thread drain = new Thread(() -> {
                try {
                    wire.awaitDrained();
                    processed.add("drained");
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            drain.start();
            mayAnswer.countDown();
            drain.join(TimeUnit.SECONDS.toMillis(20));
        }

        assertThat(processed).containsExactly("slow", "drained");
    }

    /** As a killed process does: its kernel sends what was written, then closes. */
    private static void dieAfterSending(Wire wire, String body) throws IOException {
        URI url = URI.create(wire.url());
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream()
                    .write(("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
        }
    }

    private Wire wire(Wire.Fate requests, Wire.Fate answers) {
        return Wire.to("system", system.getAddress().getPort(), point -> {
            points.add(point.toString());
            return point.isAnswer() ? answers : requests;
        });
    }

    private static void post(HttpClient client, Wire wire, String body) throws IOException, InterruptedException {
        client.send(
                HttpRequest.newBuilder(URI.create(wire.url()))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nothing came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
