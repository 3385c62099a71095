package io.orderweave.examples.marketplace;

import io.orderweave.channel.ChannelId;
import io.orderweave.connection.Settings;
import io.orderweave.connection.SettingsSchema;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ChannelConnectorFactory;
import io.orderweave.connector.ConnectorContext;
import io.orderweave.examples.marketplace.WrongConnector.Parts;
import io.orderweave.tck.SettableClock;
import java.time.Duration;
import java.util.function.Function;

/** Stall's factory, but what it makes is made otherwise. */
final class FactoryOfParts implements ChannelConnectorFactory {

    private final SettableClock clock;
    private final Duration patience;
    private final ChannelConnectorFactory right;
    private final Function<Parts, ChannelConnector> making;

    FactoryOfParts(SettableClock clock, Duration patience, Function<Parts, ChannelConnector> making) {
        this.clock = clock;
        this.patience = patience;
        this.right = new StallConnectorFactory(clock::advance, patience);
        this.making = making;
    }

    @Override
    public ChannelId channel() {
        return right.channel();
    }

    @Override
    public SettingsSchema settings() {
        return right.settings();
    }

    @Override
    public ChannelConnector create(Settings settings, ConnectorContext context) {
        return making.apply(new Parts(settings, context, clock, patience));
    }
}
