package io.orderweave.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.orderweave.connection.OutsideFault;
import io.orderweave.http.SampleApi.ThingDto;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** The test log is at TRACE, so it holds what any level would show. */
class TrafficLogTest {

    private static final Path LOG = Path.of("target", "test-log.txt");

    @RegisterExtension
    private static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private final SettableClock clock = new SettableClock();
    private SampleApi api;
    private int logged;

    @BeforeEach
    void makeApi() throws IOException {
        // The first message of the process empties the file of the last run.
        LoggerFactory.getLogger(TrafficLogTest.class).trace("test begins");
        logged = Files.readString(LOG).length();
        api = RemoteApis.create(
                SampleApi.class,
                HttpProfile.builder()
                        .system("sample")
                        .baseUrl(URI.create(SERVER.baseUrl() + "/top-secret-base"))
                        .userAgent("Shop/1.0")
                        .credentials(Credentials.bearer("token-top-secret"))
                        .requestIdHeader("trace-id")
                        .clock(clock)
                        .sleeper(clock)
                        .build());
    }

    @Test
    void showsCallsWithoutSecretsAndPersonalDataAtAnyLevel() throws IOException {
        SERVER.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(200)
                        .withHeader("trace-id", "r-17")
                        .withHeader("Set-Cookie", "session=top-secret")
                        .withBody("{\"name\":\"Jan top-secret Kowalski\"}")));

        api.thing("top-secret-id");
        api.things("top-secret-owner");
        api.add(new ThingDto("top-secret name", 1));

        assertThat(log())
                .contains("sample GET things/{id} answered 200 in 0 ms, remote request r-17")
                .contains("sample GET things answered 200")
                .contains("sample POST things answered 200")
                .doesNotContain("top-secret")
                .doesNotContain("Kowalski");
    }

    @Test
    void showsFailuresWithoutSecretsAndPersonalData() throws IOException {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

        assertThatThrownBy(() -> api.add(new ThingDto("top-secret name", 1)))
                .isInstanceOf(OutsideFault.class)
                .asString()
                .doesNotContain("top-secret");

        assertThat(log()).contains("sample POST things failed with").doesNotContain("top-secret");
    }

    private String log() throws IOException {
        return Files.readString(LOG).substring(logged);
    }
}
