package io.orderweave.connectors.allegro;

import io.orderweave.channel.ChannelId;
import io.orderweave.connection.Settings;
import io.orderweave.connection.SettingsSchema;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ChannelConnectorFactory;
import io.orderweave.connector.ConnectorContext;
import io.orderweave.http.Sleeper;
import java.time.Duration;

/**
 * Makes connectors to Allegro accounts. Hosts give it to the hub's builder or let the service loader find it; stateless and
 * thread-safe. The constants are the keys of a connection's settings; {@link #settings()} describes them.
 */
public final class AllegroConnectorFactory implements ChannelConnectorFactory {

    public static final String API_URL = "api.url";
    public static final String AUTH_URL = "auth.url";
    public static final String CLIENT_ID = "client.id";
    public static final String CLIENT_SECRET = "client.secret";
    public static final String APPLICATION_NAME = "application.name";
    public static final String APPLICATION_VERSION = "application.version";
    public static final String APPLICATION_URL = "application.url";
    public static final String REFRESH_TOKEN = "refresh.token";
    public static final String HISTORY = "history";
    public static final String RECONCILE_INTERVAL = "reconcile.interval";
    public static final String RECONCILE_WINDOW = "reconcile.window";
    public static final String PAGE_SIZE = "page.size";
    public static final String RETURNS_INTERVAL = "returns.interval";
    public static final String RETURNS_WINDOW = "returns.window";

    private static final ChannelId CHANNEL = new ChannelId("allegro");

    private final Sleeper sleeper;
    private final Duration patience;

    public AllegroConnectorFactory() {
        this(Sleeper.ofThread());
    }

    AllegroConnectorFactory(Sleeper sleeper) {
        this(sleeper, AllegroClients.DEADLINE);
    }

    /** With the longest that one request may take. */
    AllegroConnectorFactory(Sleeper sleeper, Duration patience) {
        this.sleeper = sleeper;
        this.patience = patience;
    }

    @Override
    public ChannelId channel() {
        return CHANNEL;
    }

    @Override
    public SettingsSchema settings() {
        return AllegroConfig.SCHEMA;
    }

    @Override
    public ChannelConnector create(Settings settings, ConnectorContext context) {
        AllegroConfig config = AllegroConfig.of(settings);
        AllegroClients clients = new AllegroClients(config, context.clock(), sleeper, patience);
        return AllegroConnector.create(config, context, clients);
    }
}
