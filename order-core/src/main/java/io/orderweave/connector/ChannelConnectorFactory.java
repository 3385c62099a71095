package io.orderweave.connector;

import io.orderweave.channel.ChannelId;
import io.orderweave.connection.Settings;
import io.orderweave.connection.SettingsSchema;

/** Makes connectors to one sales channel. Implemented by connector modules; stateless and thread-safe. */
public interface ChannelConnectorFactory {

    /** The channel, as connections name it in {@code system}. */
    ChannelId channel();

    /** The settings a connection to this channel takes. */
    SettingsSchema settings();

    /**
     * A connector for one account. Makes no network call.
     *
     * @param settings complete and checked against {@link #settings()}
     */
    ChannelConnector create(Settings settings, ConnectorContext context);
}
