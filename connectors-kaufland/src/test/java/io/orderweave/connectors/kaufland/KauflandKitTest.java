package io.orderweave.connectors.kaufland;

import io.orderweave.connector.ChannelConnectorFactory;
import io.orderweave.tck.SettableClock;
import io.orderweave.tck.channel.ChannelConnectorTck;
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

/** The kit for connectors, against the simulator. */
class KauflandKitTest extends ChannelConnectorTck {

    @Override
    protected ChannelUnderTest channel() {
        return new Kaufland(false);
    }

    /** With the address where Kaufland sends notifications, which makes the connector look after its subscriptions. */
    static ChannelUnderTest withNotifications() {
        return new Kaufland(true);
    }

    private record Kaufland(boolean notifies) implements ChannelUnderTest {

        @Override
        public ChannelConnectorFactory factory(SettableClock clock, Duration patience) {
            return new KauflandConnectorFactory(clock::advance, patience);
        }

        @Override
        public ChannelServer start(SettableClock clock) {
            return new KitKaufland(clock, notifies);
        }

        @Override
        public Set<Facet> facets() {
            return notifies
                    ? EnumSet.allOf(Facet.class)
                    : EnumSet.complementOf(EnumSet.of(Facet.INBOUND_ENDPOINT));
        }

        /** Kaufland shows the seller no refund. */
        @Override
        public Set<Facet> lookups() {
            Set<Facet> shown = EnumSet.copyOf(facets());
            shown.remove(Facet.REFUNDS);
            return shown;
        }

        /** Nor a tracking number; what is sent tells whether one landed, but not which. */
        @Override
        public Set<Facet> repeats() {
            Set<Facet> known = EnumSet.copyOf(lookups());
            known.remove(Facet.TRACKING_UPDATES);
            return known;
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
}
