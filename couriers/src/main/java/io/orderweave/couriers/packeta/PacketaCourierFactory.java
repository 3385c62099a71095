package io.orderweave.couriers.packeta;

import io.orderweave.channel.ChannelId;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Settings;
import io.orderweave.connection.SettingsSchema;
import io.orderweave.courier.Courier;
import io.orderweave.courier.CourierFactory;
import io.orderweave.http.HttpProfile;
import io.orderweave.http.RateBudgets;
import io.orderweave.http.RemoteApis;
import io.orderweave.http.RetryPolicy;
import java.time.Clock;
import java.time.Duration;

/**
 * Makes connectors to Packeta (Zásilkovna). Hosts give it to the builder or let ServiceLoader find it. Stateless and
 * thread-safe.
 */
public final class PacketaCourierFactory implements CourierFactory {

    private static final ChannelId PACKETA = new ChannelId("packeta");

    /** Packeta publishes no limit; should it ever answer 429, calls pause for growing times. */
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    @Override
    public ChannelId courier() {
        return PACKETA;
    }

    @Override
    public SettingsSchema settings() {
        return PacketaSettingsSchema.SCHEMA;
    }

    @Override
    public Courier create(ConnectionId connection, Settings settings, Clock clock) {
        PacketaSettings packeta = PacketaSettingsSchema.read(connection, settings);
        HttpProfile profile = HttpProfile.builder()
                .system(PACKETA.value())
                .baseUrl(packeta.baseUrl())
                .userAgent("Orderweave")
                .budget(RateBudgets.budget("packeta " + packeta.baseUrl() + " " + connection, FIRST_PAUSE))
                // The engine looks again by itself; a second waiting inside would only stretch the call.
                .retries(RetryPolicy.NEVER)
                .readTimeout(packeta.callDeadline())
                .callDeadline(packeta.callDeadline())
                .clock(clock)
                .build();
        PacketaApi api = RemoteApis.create(PacketaApi.class, profile);
        return new PacketaCourier(packeta, new PacketaClient(api, packeta.apiPassword()));
    }
}
