package io.orderweave.simulator.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.simulator.Fault;
import io.orderweave.simulator.RecordedRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulatorServerTest {

    private final AtomicInteger stored = new AtomicInteger();
    private final CountDownLatch storedOnce = new CountDownLatch(1);
    private final SimulatorServer server = SimulatorServer.start("test", 0, new Service() {
        @Override
        public String operation(Call call) {
            return call.method() + " things";
        }

        @Override
        public Answer answer(Call call) {
            if (call.path().equals("/broken")) {
                throw new IllegalStateException("as the test wants it");
            }
            stored.incrementAndGet();
            storedOnce.countDown();
            return Answer.text(201, "text/plain", "stored");
        }
    });
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void answersAndRemembersWhatWasAsked() throws Exception {
        HttpResponse<String> answer = post("/things");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("stored");
        assertThat(server.requests()).containsExactly(new RecordedRequest("POST", "/things", "POST things", 201));
        assertThat(server.requestsByOperation()).containsExactly(Map.entry("POST things", 1));
    }

    @Test
    void cutsBeforeAnythingIsStored() {
        server.faults().on("POST", "/things").once(Fault.cutBefore());

        assertThatThrownBy(() -> post("/things")).isInstanceOf(IOException.class);

        assertThat(stored).hasValue(0);
        assertThat(server.requests()).extracting(RecordedRequest::status).containsExactly(RecordedRequest.CUT);
    }

    @Test
    void cutsAfterItIsStored() throws Exception {
        server.faults().on("POST", "/things").once(Fault.cutAfterWrite());

        assertThatThrownBy(() -> post("/things")).isInstanceOf(IOException.class);

        assertThat(stored).hasValue(1);
        assertThat(post("/things").statusCode()).isEqualTo(201);
    }

    @Test
    void answersAnotherStatusInsteadOfProcessing() throws Exception {
        server.faults().on("POST", "/things").once(Fault.status(503, Map.of("Retry-After", "7"), "later"));

        HttpResponse<String> answer = post("/things");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("7");
        assertThat(answer.body()).isEqualTo("later");
        assertThat(stored).hasValue(0);
    }

    @Test
    void answersAnotherStatusAfterProcessing() throws Exception {
        server.faults().on("POST", "/things").once(Fault.statusAfterWrite(500, Map.of(), "lost"));

        assertThat(post("/things").statusCode()).isEqualTo(500);
        assertThat(stored).hasValue(1);
    }

    @Test
    void answersAPageForPeople() throws Exception {
        server.faults().on("POST", "/things").once(Fault.htmlPage());

        HttpResponse<String> answer = post("/things");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(answer.body()).startsWith("<html>");
    }

    @Test
    void holdsBackTheAnswerOfAStoredRequest() throws Exception {
        server.faults().on("POST", "/things").once(Fault.slow(Duration.ofMinutes(5)));
        HttpRequest impatient =
                request("/things").timeout(Duration.ofMillis(500)).build();

        assertThatThrownBy(() -> client.send(impatient, BodyHandlers.ofString()))
                .isInstanceOf(HttpTimeoutException.class);

        assertThat(storedOnce.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(stored).hasValue(1);
    }

    @Test
    void cutsWaitingAnswersWhenClosed() throws Exception {
        server.faults().on("POST", "/things").once(Fault.slow(Duration.ofMinutes(5)));
        CompletableFuture<HttpResponse<String>> waiting =
                client.sendAsync(request("/things").build(), BodyHandlers.ofString());
        assertThat(storedOnce.await(10, TimeUnit.SECONDS)).isTrue();

        server.close();

        assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IOException.class);
        assertThatThrownBy(() -> post("/things")).isInstanceOf(ConnectException.class);
    }

    @Test
    void listensOnTheLoopbackAddressOnly() {
        assertThat(server.baseUrl()).startsWith("http://127.0.0.1:");
    }

    @Test
    void saysSoWhenItFailsItself() throws Exception {
        assertThat(post("/broken").statusCode()).isEqualTo(500);
    }

    @Test
    void refusesBodiesTooLargeForAnySystem() throws Exception {
        HttpRequest large = HttpRequest.newBuilder(URI.create(server.baseUrl() + "/things"))
                .POST(BodyPublishers.ofByteArray(new byte[8 * 1024 * 1024 + 1]))
                .build();

        assertThat(client.send(large, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
        assertThat(stored).hasValue(0);
    }

    private HttpResponse<String> post(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.baseUrl() + path)).POST(BodyPublishers.ofString("a thing"));
    }
}
