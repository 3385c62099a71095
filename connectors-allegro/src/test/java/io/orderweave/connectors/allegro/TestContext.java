package io.orderweave.connectors.allegro;

import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Settings;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ConnectorContext;
import io.orderweave.connector.TokenVault;
import io.orderweave.connector.Tokens;
import io.orderweave.simulator.SimulatorClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the engine would give a connector, with a clock that stands until moved. */
final class TestContext implements ConnectorContext {

    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    static final String CLIENT_ID = "client-of-the-shop";
    static final String CLIENT_SECRET = "secret-of-the-shop";

    final SimulatorClock clock = SimulatorClock.at(START);
    final MemoryTokenVault vault = new MemoryTokenVault();

    /** A connector; waits move the clock. */
    ChannelConnector connector(String baseUrl, Map<String, String> more) {
        AllegroConnectorFactory factory = new AllegroConnectorFactory(clock::advance);
        return factory.create(settings(baseUrl, more), this);
    }

    Settings settings(String baseUrl, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                AllegroConnectorFactory.API_URL, baseUrl,
                AllegroConnectorFactory.AUTH_URL, baseUrl,
                AllegroConnectorFactory.CLIENT_ID, CLIENT_ID,
                AllegroConnectorFactory.CLIENT_SECRET, CLIENT_SECRET,
                AllegroConnectorFactory.APPLICATION_NAME, "TestShop",
                AllegroConnectorFactory.APPLICATION_VERSION, "1.2.3",
                AllegroConnectorFactory.APPLICATION_URL, "https://shop.example/allegro"));
        settings.putAll(more);
        return new AllegroConnectorFactory().settings().complete(connection(), Settings.of(settings));
    }

    /** Lets the connector in without asking for tokens. */
    TestContext authorised(String accessToken) {
        vault.store(new Tokens(accessToken, Optional.of("refresh-unused"), START.plus(Duration.ofDays(365))));
        return this;
    }

    @Override
    public ConnectionId connection() {
        return new ConnectionId("allegro-main");
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public TokenVault tokens() {
        return vault;
    }
}
