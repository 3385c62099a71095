package io.orderweave.benchmarks;

import io.orderweave.channel.ChannelId;
import io.orderweave.channel.RemoteAccount;
import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.Settings;
import io.orderweave.connection.SettingsSchema;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ChannelConnectorFactory;
import io.orderweave.connector.ConnectorContext;
import io.orderweave.connector.ConnectorProfile;
import io.orderweave.connector.DocumentUploads;
import io.orderweave.connector.OrderFeed;
import io.orderweave.connector.OrderReader;
import io.orderweave.connector.StatusUpdates;
import io.orderweave.connector.TrackingUpdates;
import io.orderweave.order.StatusIntent;
import java.time.Duration;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A sales channel in memory that tells a list of orders, and takes any status at once. Thread-safe. */
final class ShopFeed implements ChannelConnectorFactory, ChannelConnector {

    static final ChannelId CHANNEL = new ChannelId("bench");

    private final List<OrderFeed.Item> items;
    private final int pageSize;
    private final AtomicInteger told = new AtomicInteger();

    ShopFeed(List<OrderFeed.Item> items, int pageSize) {
        this.items = List.copyOf(items);
        this.pageSize = pageSize;
    }

    /** How many statuses it was told. */
    int statusesTold() {
        return told.get();
    }

    @Override
    public ChannelId channel() {
        return CHANNEL;
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
                .pageSize(pageSize)
                .addCurrency(Currency.getInstance("PLN"))
                .settleTime(Duration.ofMinutes(1))
                .callDeadline(Duration.ofSeconds(30))
                .build();
    }

    @Override
    public RemoteAccount probe() {
        return new RemoteAccount("bench");
    }

    @Override
    public Optional<OrderFeed> orderFeed() {
        return Optional.of((from, limit) -> {
            int start =
                    from.map(checkpoint -> Integer.parseInt(checkpoint.value())).orElse(0);
            int end = Math.min(items.size(), start + limit);
            return new OrderFeed.Batch(
                    items.subList(start, end), new Checkpoint(1, String.valueOf(end)), end < items.size());
        });
    }

    @Override
    public Optional<StatusUpdates> statusUpdates() {
        return Optional.of(new StatusUpdates() {
            @Override
            public Set<StatusIntent> supported() {
                return EnumSet.allOf(StatusIntent.class);
            }

            @Override
            public WriteAnswer update(StatusUpdate update) {
                told.incrementAndGet();
                return WriteAnswer.applied();
            }
        });
    }

    @Override
    public Optional<OrderReader> orderReader() {
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
