package io.orderweave.crash.regression;

import io.orderweave.channel.ChannelId;
import io.orderweave.channel.RemoteAccount;
import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.Settings;
import io.orderweave.connection.SettingsSchema;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ChannelConnectorFactory;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.ConnectorContext;
import io.orderweave.connector.ConnectorProfile;
import io.orderweave.connector.DocumentUploads;
import io.orderweave.connector.OrderFeed;
import io.orderweave.connector.OrderReader;
import io.orderweave.connector.StatusUpdates;
import io.orderweave.connector.TrackingUpdates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** A sales channel in memory that tells of each order once, after the checkpoint it is given. */
final class ScriptedChannel implements ChannelConnectorFactory, ChannelConnector {

    static final ChannelId ID = new ChannelId("scripted");

    private final List<OrderFeed.Item> items = new ArrayList<>();

    void tell(ChannelOrder order) {
        items.add(new OrderFeed.Item.Changed(order));
    }

    @Override
    public ChannelId channel() {
        return ID;
    }

    @Override
    public SettingsSchema settings() {
        return SettingsSchema.of();
    }

    @Override
    public ChannelConnector create(Settings settings, ConnectorContext context) {
        return this;
    }

    @Override
    public ConnectorProfile profile() {
        return ConnectorProfile.builder()
                .pageSize(10)
                .addCurrency(Currency.getInstance("PLN"))
                .settleTime(Duration.ofMinutes(2))
                .callDeadline(Duration.ofSeconds(30))
                .build();
    }

    @Override
    public RemoteAccount probe() {
        return new RemoteAccount("shop-1");
    }

    @Override
    public Optional<OrderFeed> orderFeed() {
        return Optional.of((from, limit) -> {
            int start =
                    from.map(checkpoint -> Integer.parseInt(checkpoint.value())).orElse(0);
            int end = Math.min(items.size(), start + limit);
            return new OrderFeed.Batch(
                    items.subList(start, end), new Checkpoint(1, Integer.toString(end)), end < items.size());
        });
    }

    @Override
    public Optional<OrderReader> orderReader() {
        return Optional.empty();
    }

    @Override
    public Optional<StatusUpdates> statusUpdates() {
        return Optional.empty();
    }

    @Override
    public Optional<TrackingUpdates> trackingUpdates() {
        return Optional.empty();
    }

    @Override
    public Optional<DocumentUploads> documentUploads() {
        return Optional.empty();
    }
}
