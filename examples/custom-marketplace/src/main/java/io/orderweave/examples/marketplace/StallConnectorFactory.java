package io.orderweave.examples.marketplace;

import io.orderweave.channel.ChannelId;
import io.orderweave.connection.Setting;
import io.orderweave.connection.Settings;
import io.orderweave.connection.SettingsSchema;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ChannelConnectorFactory;
import io.orderweave.connector.ConnectorContext;
import io.orderweave.http.HttpProfile;
import io.orderweave.http.Sleeper;
import java.time.Duration;

/** Makes connectors to Stall accounts; stateless and thread-safe. */
public final class StallConnectorFactory implements ChannelConnectorFactory {

    private static final SettingsSchema SETTINGS = SettingsSchema.of(
            Setting.required("url", Setting.Type.URL, "where Stall's API answers"),
            Setting.required("client.id", Setting.Type.TEXT, "the shop's id, from Stall's page \"Applications\""),
            Setting.required("client.secret", Setting.Type.SECRET, "the secret shown beside the id"));

    private final Sleeper sleeper;
    private final Duration patience;

    public StallConnectorFactory() {
        this(Sleeper.ofThread(), Duration.ofSeconds(30));
    }

    /** With waits and time-outs of its own, for tests. */
    StallConnectorFactory(Sleeper sleeper, Duration patience) {
        this.sleeper = sleeper;
        this.patience = patience;
    }

    @Override
    public ChannelId channel() {
        return new ChannelId("stall");
    }

    @Override
    public SettingsSchema settings() {
        return SETTINGS;
    }

    @Override
    public ChannelConnector create(Settings settings, ConnectorContext context) {
        HttpProfile.Builder profile =
                StallClients.profile(settings, context).sleeper(sleeper).callDeadline(patience);
        return new StallConnector(StallClients.api(StallApi.class, settings, context, profile));
    }
}
