package io.orderweave.connectors.merchantpro;

import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Settings;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ConnectorContext;
import io.orderweave.connector.TokenVault;
import io.orderweave.simulator.SimulatorClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the engine would give a connector, with a clock that stands until moved. Each begins years after the one before: rate budgets
 * are the process's and known by host and port, and ports come again.
 */
final class TestContext implements ConnectorContext {

    private static final Instant FIRST = Instant.parse("2026-03-02T08:00:00Z");
    private static final AtomicLong CONTEXTS = new AtomicLong();

    static final String KEY = "key-of-the-shop";
    static final String SECRET = "secret-of-the-shop";

    final Instant start = FIRST.plus(Duration.ofDays(1_000 * CONTEXTS.getAndIncrement()));
    final SimulatorClock clock = SimulatorClock.at(start);

    /** A connector; waits move the clock. */
    ChannelConnector connector(String baseUrl, Map<String, String> more) {
        return new MerchantProConnectorFactory(clock::advance, MerchantProClients.PATIENCE)
                .create(settings(baseUrl, more), this);
    }

    Settings settings(String baseUrl, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                MerchantProConnectorFactory.SHOP_URL, baseUrl,
                MerchantProConnectorFactory.API_KEY, KEY,
                MerchantProConnectorFactory.API_SECRET, SECRET,
                MerchantProConnectorFactory.CURRENCY, "RON"));
        settings.putAll(more);
        return new MerchantProConnectorFactory().settings().complete(connection(), Settings.of(settings));
    }

    @Override
    public ConnectionId connection() {
        return new ConnectionId("merchantpro-main");
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public TokenVault tokens() {
        throw new UnsupportedOperationException("a shop has no tokens");
    }
}
