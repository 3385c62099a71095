package io.orderweave.couriers.inpost;

import io.orderweave.channel.ChannelId;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Settings;
import io.orderweave.connection.SettingsSchema;
import io.orderweave.courier.Courier;
import io.orderweave.courier.CourierFactory;
import io.orderweave.http.Credentials;
import io.orderweave.http.HttpProfile;
import io.orderweave.http.RateBudgets;
import io.orderweave.http.RemoteApis;
import io.orderweave.http.RetryPolicy;
import java.time.Clock;
import java.time.Duration;

/**
 * Makes connectors to InPost in Poland (ShipX). Hosts give it to the builder or let ServiceLoader find it. Stateless and
 * thread-safe.
 */
public final class InPostCourierFactory implements CourierFactory {

    private static final ChannelId INPOST = new ChannelId("inpost");

    /** ShipX publishes no limit; a block by its front (429, error code 1015) is met by growing pauses. */
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    @Override
    public ChannelId courier() {
        return INPOST;
    }

    @Override
    public SettingsSchema settings() {
        return InPostSettingsSchema.SCHEMA;
    }

    @Override
    public Courier create(ConnectionId connection, Settings settings, Clock clock) {
        InPostSettings inPost = InPostSettingsSchema.read(connection, settings);
        HttpProfile profile = HttpProfile.builder()
                .system(INPOST.value())
                .baseUrl(inPost.baseUrl())
                .userAgent("Orderweave")
                .credentials(Credentials.bearer(inPost.token()))
                .budget(RateBudgets.budget("inpost " + inPost.baseUrl() + " " + inPost.organization(), FIRST_PAUSE))
                .errorCodes(InPostErrors::codes)
                // The engine looks again by itself; a second waiting inside would only stretch the call.
                .retries(RetryPolicy.NEVER)
                .readTimeout(inPost.callDeadline())
                .callDeadline(inPost.callDeadline())
                .clock(clock)
                .build();
        return new InPostCourier(inPost, RemoteApis.create(InPostApi.class, profile), clock);
    }
}
