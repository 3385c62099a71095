package io.orderweave.examples.marketplace;

import io.orderweave.connector.ChannelConnectorFactory;
import io.orderweave.tck.SettableClock;
import io.orderweave.tck.channel.ChannelServer;
import io.orderweave.tck.channel.ChannelUnderTest;
import io.orderweave.tck.channel.Facet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** What the kit gets to know of Stall. */
class StallUnderTest implements ChannelUnderTest {

    @Override
    public ChannelConnectorFactory factory(SettableClock clock, Duration patience) {
        return new StallConnectorFactory(clock::advance, patience);
    }

    @Override
    public ChannelServer start(SettableClock clock) {
        return StallServer.start(clock);
    }

    @Override
    public Set<Facet> facets() {
        return EnumSet.of(Facet.ORDER_FEED, Facet.ORDER_READER, Facet.STATUS_UPDATES, Facet.TRACKING_UPDATES);
    }

    @Override
    public String log() {
        try {
            return Files.readString(Path.of("target", "test-log.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
