package io.orderweave.courier;

import io.orderweave.channel.ChannelId;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Settings;
import io.orderweave.connection.SettingsSchema;
import java.time.Clock;

/** Makes connectors to one courier. Implemented by courier modules; stateless and thread-safe. */
public interface CourierFactory {

    /** The courier, as connections name it in {@code system}, for example {@code inpost}. */
    ChannelId courier();

    SettingsSchema settings();

    /**
     * A connector for one account. Makes no network call.
     *
     * @param settings complete and checked against {@link #settings()}
     */
    Courier create(ConnectionId connection, Settings settings, Clock clock);
}
