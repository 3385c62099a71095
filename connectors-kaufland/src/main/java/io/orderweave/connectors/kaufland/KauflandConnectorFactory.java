package io.orderweave.connectors.kaufland;

import io.orderweave.channel.ChannelId;
import io.orderweave.connection.Settings;
import io.orderweave.connection.SettingsSchema;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ChannelConnectorFactory;
import io.orderweave.connector.ConnectorContext;
import io.orderweave.http.Sleeper;
import java.time.Duration;

/**
 * Makes connectors to seller accounts at Kaufland. Hosts give it to the hub's builder or let the service loader find it; stateless
 * and thread-safe. The constants are the keys of a connection's settings; {@link #settings()} describes them.
 */
public final class KauflandConnectorFactory implements ChannelConnectorFactory {

    public static final String API_URL = "api.url";
    public static final String CLIENT_KEY = "client.key";
    public static final String SECRET_KEY = "secret.key";
    public static final String PARTNER_KEY = "partner.key";
    public static final String PARTNER_SECRET = "partner.secret";
    public static final String ACCOUNT_NAME = "account.name";
    public static final String APPLICATION_NAME = "application.name";
    public static final String STOREFRONTS = "storefronts";
    public static final String HISTORY = "history";
    public static final String OVERLAP = "overlap";
    public static final String PAGE_SIZE = "page.size";
    public static final String INVOICE_DEEMED_SUPPLIER = "invoice.deemed.supplier";
    public static final String PUSH_URL = "push.url";
    public static final String PUSH_EMAIL = "push.email";

    private static final ChannelId CHANNEL = new ChannelId("kaufland");

    private final Sleeper sleeper;
    private final Duration patience;

    public KauflandConnectorFactory() {
        this(Sleeper.ofThread(), KauflandClients.PATIENCE);
    }

    /** For tests: how to wait, and how long one request may take. */
    KauflandConnectorFactory(Sleeper sleeper, Duration patience) {
        this.sleeper = sleeper;
        this.patience = patience;
    }

    @Override
    public ChannelId channel() {
        return CHANNEL;
    }

    @Override
    public SettingsSchema settings() {
        return KauflandConfig.SCHEMA;
    }

    @Override
    public ChannelConnector create(Settings settings, ConnectorContext context) {
        KauflandConfig config = KauflandConfig.of(settings);
        KauflandApi api = KauflandClients.api(config, context.clock(), sleeper, patience);
        return new KauflandConnector(api, config, context.clock());
    }
}
