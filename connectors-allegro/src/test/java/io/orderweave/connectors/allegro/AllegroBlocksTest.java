package io.orderweave.connectors.allegro;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.orderweave.channel.RemoteAccount;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.Tokens;
import io.orderweave.error.FaultCategory;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A block is the client's, at both of Allegro's hosts. Each test has a client of its own: the budget is the process's. */
class AllegroBlocksTest {

    private static final String TOKENS = "/auth/oauth/token";

    @RegisterExtension
    private static final WireMockExtension ALLEGRO = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private final TestContext context = new TestContext();

    @BeforeEach
    void serve() {
        ALLEGRO.stubFor(get("/me").willReturn(json("{\"id\":\"77\"}")));
        ALLEGRO.stubFor(post(TOKENS)
                .willReturn(
                        json("{\"access_token\":\"access-2\",\"refresh_token\":\"refresh-2\",\"expires_in\":43200}")));
    }

    @Test
    void asksForNoTokensDuringABlock() {
        ChannelConnector connector = connector(context, "client-blocked");
        authorise(context, Duration.ofSeconds(100));
        ALLEGRO.stubFor(get("/me").willReturn(aResponse().withStatus(429)));
        assertThat(fault(connector).category()).isEqualTo(FaultCategory.RATE_LIMITED);
        serve();

        context.clock.advance(Duration.ofSeconds(45));
        OutsideFault fault = fault(connector);

        assertThat(fault.category()).isEqualTo(FaultCategory.RATE_LIMITED);
        assertThat(fault.retryAfter()).contains(Duration.ofSeconds(15));
        ALLEGRO.verify(0, postRequestedFor(urlEqualTo(TOKENS)));
        context.clock.advance(Duration.ofSeconds(15));
        assertThat(connector.probe()).isEqualTo(new RemoteAccount("77"));
        ALLEGRO.verify(1, postRequestedFor(urlEqualTo(TOKENS)));
    }

    @Test
    void takesARefusalOfTheTokenHostForABlockOfAllAccounts() {
        ChannelConnector one = connector(context, "client-blocked-by-the-token-host");
        authorise(context, Duration.ZERO);
        TestContext otherContext = new TestContext().authorised("access-b");
        ChannelConnector other = connector(otherContext, "client-blocked-by-the-token-host");
        ALLEGRO.stubFor(post(TOKENS).willReturn(aResponse().withStatus(429)));

        assertThat(fault(one).category()).isEqualTo(FaultCategory.RATE_LIMITED);
        assertThat(fault(other).category()).isEqualTo(FaultCategory.RATE_LIMITED);

        ALLEGRO.verify(1, postRequestedFor(urlEqualTo(TOKENS)));
        ALLEGRO.verify(0, getRequestedFor(urlEqualTo("/me")));
        otherContext.clock.advance(Duration.ofMinutes(1));
        assertThat(other.probe()).isEqualTo(new RemoteAccount("77"));
    }

    private static void authorise(TestContext context, Duration life) {
        context.vault.store(new Tokens("access-1", Optional.of("refresh-1"), TestContext.START.plus(life)));
    }

    private static OutsideFault fault(ChannelConnector connector) {
        return catchThrowableOfType(OutsideFault.class, connector::probe);
    }

    private static ChannelConnector connector(TestContext context, String clientId) {
        return context.connector(ALLEGRO.baseUrl(), Map.of(AllegroConnectorFactory.CLIENT_ID, clientId));
    }

    private static ResponseDefinitionBuilder json(String body) {
        return aResponse().withHeader("Content-Type", AllegroApi.MEDIA_TYPE).withBody(body);
    }
}
