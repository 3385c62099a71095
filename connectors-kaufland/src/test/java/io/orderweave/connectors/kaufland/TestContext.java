package io.orderweave.connectors.kaufland;

import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Settings;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ConnectorContext;
import io.orderweave.connector.TokenVault;
import io.orderweave.simulator.SimulatorClock;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What the engine would give a connector, with a clock that stands until moved. */
final class TestContext implements ConnectorContext {

    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    static final String CLIENT_KEY = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    static final String SECRET_KEY = "5ecre7".repeat(10) + "abcd";

    final SimulatorClock clock = SimulatorClock.at(START);

    /** A connector; waits move the clock. */
    ChannelConnector connector(String baseUrl, Map<String, String> more) {
        return new KauflandConnectorFactory(clock::advance, KauflandClients.PATIENCE)
                .create(settings(baseUrl, more), this);
    }

    KauflandConfig config(Map<String, String> more) {
        return KauflandConfig.of(settings("http://127.0.0.1:1/v2", more));
    }

    Settings settings(String baseUrl, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                KauflandConnectorFactory.API_URL, baseUrl,
                KauflandConnectorFactory.CLIENT_KEY, CLIENT_KEY,
                KauflandConnectorFactory.SECRET_KEY, SECRET_KEY,
                KauflandConnectorFactory.ACCOUNT_NAME, "waldmuehle"));
        settings.putAll(more);
        return new KauflandConnectorFactory().settings().complete(connection(), Settings.of(settings));
    }

    @Override
    public ConnectionId connection() {
        return new ConnectionId("kaufland-main");
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public TokenVault tokens() {
        throw new UnsupportedOperationException("Kaufland has no tokens");
    }
}
