package io.orderweave.examples.marketplace;

import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ChannelConnectorFactory;
import io.orderweave.examples.marketplace.WrongConnector.Parts;
import io.orderweave.tck.SettableClock;
import io.orderweave.tck.channel.ChannelServer;
import io.orderweave.tck.channel.Facet;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/** What the kit gets to know of Bazaar, by the right connector or by a wrong one. */
final class BazaarUnderTest extends StallUnderTest {

    private final Function<Parts, ChannelConnector> making;

    BazaarUnderTest(Function<Parts, ChannelConnector> making) {
        this.making = making;
    }

    @Override
    public ChannelConnectorFactory factory(SettableClock clock, Duration patience) {
        return new FactoryOfParts(clock, patience, making);
    }

    @Override
    public ChannelServer start(SettableClock clock) {
        return BazaarServer.start(clock);
    }

    @Override
    public Set<Facet> facets() {
        return EnumSet.allOf(Facet.class);
    }
}
