package io.orderweave.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.http.SampleApi.ThingDto;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignedRequestsTest {

    private static final String DONE =
            "HTTP/1.1 200 OK\r\nContent-Length: 12\r\nConnection: close\r\n\r\n{\"name\":\"x\"}";
    private static final String BUSY = "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private final SettableClock clock = new SettableClock();
    private final List<String> signed = new ArrayList<>();
    private final List<Instant> moments = new ArrayList<>();

    @Test
    void signsExactlyWhatIsSent() throws IOException {
        try (RawServer server = new RawServer(DONE)) {
            SampleApi api = api(server);

            api.add(new ThingDto("Źdźbło & Söhne", 3));
            api.things("a b/ä+c");

            assertThat(server.stored).hasSize(2);
            assertThat(signed)
                    .isEqualTo(server.stored.stream()
                            .map(sent -> asSigned(server, sent))
                            .toList());
        }
    }

    @Test
    void signsEveryAttemptAnew() throws IOException {
        try (RawServer server = new RawServer(BUSY)) {
            assertThatThrownBy(() -> api(server).thing("1")).hasMessageContaining("503");

            assertThat(moments).hasSize(3).doesNotHaveDuplicates();
        }
    }

    @Test
    void signsAfterTheWaitForTheBudget() throws IOException {
        RateBudget budget = new RateBudget(Duration.ofSeconds(1), List.of(new RateLimit(1, Duration.ofSeconds(4))));
        try (RawServer server = new RawServer(DONE)) {
            SampleApi api = RemoteApis.create(
                    SampleApi.class, profile(server).budget(budget).build());

            api.thing("1");
            api.thing("2");

            assertThat(moments.get(1)).isEqualTo(SettableClock.START.plusSeconds(4));
        }
    }

    private SampleApi api(RawServer server) {
        return RemoteApis.create(SampleApi.class, profile(server).build());
    }

    private HttpProfile.Builder profile(RawServer server) {
        return HttpProfile.builder()
                .system("sample")
                .baseUrl(server.url())
                .userAgent("Tests")
                .signer(this::sign)
                .clock(clock)
                .sleeper(clock);
    }

    private Map<String, String> sign(String method, String url, byte[] body, Instant now) {
        signed.add(method + " " + url + "\n" + new String(body, StandardCharsets.UTF_8));
        moments.add(now);
        return Map.of("X-Signature", "s");
    }

    /** {@code GET /things HTTP/1.1} and the body, with the full URL. */
    private static String asSigned(RawServer server, String sent) {
        return sent.replaceFirst(" /", " " + server.url() + "/").replaceFirst(" HTTP/1.1\n", "\n");
    }
}
