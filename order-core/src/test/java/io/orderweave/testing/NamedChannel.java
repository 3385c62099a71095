package io.orderweave.testing;

import io.orderweave.channel.ChannelId;
import io.orderweave.connection.Settings;
import io.orderweave.connection.SettingsSchema;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ChannelConnectorFactory;
import io.orderweave.connector.ConnectorContext;

/** A second channel for one shop: a {@link FakeChannel} under a name of its own. */
public record NamedChannel(ChannelId channel, FakeChannel connector) implements ChannelConnectorFactory {

    @Override
    public SettingsSchema settings() {
        return SettingsSchema.of();
    }

    @Override
    public ChannelConnector create(Settings settings, ConnectorContext context) {
        return connector;
    }
}
