package io.orderweave.examples.marketplace;

import io.orderweave.channel.RemoteAccount;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ConnectorProfile;
import io.orderweave.connector.OrderFeed;
import io.orderweave.connector.OrderReader;
import io.orderweave.connector.StatusUpdates;
import io.orderweave.connector.TrackingUpdates;
import java.time.Duration;
import java.util.Currency;
import java.util.Optional;

/** One Stall account. */
final class StallConnector implements ChannelConnector {

    private static final ConnectorProfile PROFILE = ConnectorProfile.builder()
            .pageSize(StallOrders.MOST_PER_PAGE)
            .addCurrencies(Currency.getInstance("EUR"))
            .settleTime(Duration.ofSeconds(30))
            .callDeadline(Duration.ofMinutes(2))
            .build();

    private final StallApi api;

    StallConnector(StallApi api) {
        this.api = api;
    }

    @Override
    public ConnectorProfile profile() {
        return PROFILE;
    }

    @Override
    public RemoteAccount probe() {
        return new RemoteAccount(StallJson.required(api.account().tree(), "/shop"));
    }

    @Override
    public Optional<OrderFeed> orderFeed() {
        return Optional.of(new StallOrders(api));
    }

    @Override
    public Optional<OrderReader> orderReader() {
        return Optional.of(new StallOrders(api));
    }

    @Override
    public Optional<StatusUpdates> statusUpdates() {
        return Optional.of(new StallStatusUpdates(api));
    }

    @Override
    public Optional<TrackingUpdates> trackingUpdates() {
        return Optional.of(new StallTrackingUpdates(api));
    }
}
