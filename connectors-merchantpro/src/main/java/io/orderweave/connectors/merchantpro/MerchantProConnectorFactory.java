package io.orderweave.connectors.merchantpro;

import io.orderweave.channel.ChannelId;
import io.orderweave.connection.Settings;
import io.orderweave.connection.SettingsSchema;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ChannelConnectorFactory;
import io.orderweave.connector.ConnectorContext;
import io.orderweave.http.Sleeper;
import java.time.Duration;

/**
 * Makes connectors to MerchantPro shops. Hosts give it to the hub's builder or let the service loader find it; stateless and
 * thread-safe. The constants are the keys of a connection's settings; {@link #settings()} describes them.
 */
public final class MerchantProConnectorFactory implements ChannelConnectorFactory {

    public static final String SHOP_URL = "shop.url";
    public static final String API_KEY = "api.key";
    public static final String API_SECRET = "api.secret";
    public static final String CURRENCY = "currency";
    public static final String COD_METHODS = "cod.methods";
    public static final String DATE_FILTER = "date.filter";
    public static final String WEBHOOK_SECRET = "webhook.secret";
    public static final String HISTORY = "history";
    public static final String OVERLAP = "overlap";
    public static final String RECONCILE_INTERVAL = "reconcile.interval";
    public static final String RECONCILE_WINDOW = "reconcile.window";
    public static final String PAGE_SIZE = "page.size";

    private static final ChannelId CHANNEL = new ChannelId("merchantpro");

    private final Sleeper sleeper;
    private final Duration patience;

    public MerchantProConnectorFactory() {
        this(Sleeper.ofThread(), MerchantProClients.PATIENCE);
    }

    /** For tests: how to wait, and how long one request may take. */
    MerchantProConnectorFactory(Sleeper sleeper, Duration patience) {
        this.sleeper = sleeper;
        this.patience = patience;
    }

    @Override
    public ChannelId channel() {
        return CHANNEL;
    }

    @Override
    public SettingsSchema settings() {
        return MerchantProConfig.SCHEMA;
    }

    @Override
    public ChannelConnector create(Settings settings, ConnectorContext context) {
        MerchantProConfig config = MerchantProConfig.of(settings);
        MerchantProApi api = MerchantProClients.api(config, context.clock(), sleeper, patience);
        return new MerchantProConnector(api, config, context.clock());
    }
}
