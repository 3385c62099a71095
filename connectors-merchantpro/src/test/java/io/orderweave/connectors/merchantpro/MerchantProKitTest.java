package io.orderweave.connectors.merchantpro;

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
class MerchantProKitTest extends ChannelConnectorTck {

    @Override
    protected ChannelUnderTest channel() {
        return new MerchantPro();
    }

    private static final class MerchantPro implements ChannelUnderTest {

        @Override
        public ChannelConnectorFactory factory(SettableClock clock, Duration patience) {
            return new MerchantProConnectorFactory(clock::advance, patience);
        }

        @Override
        public ChannelServer start(SettableClock clock) {
            return new KitMerchantPro(clock);
        }

        @Override
        public Set<Facet> facets() {
            return EnumSet.complementOf(EnumSet.of(
                    Facet.DOCUMENT_UPLOADS,
                    Facet.REFUNDS,
                    Facet.RETURN_FEED,
                    Facet.RETURN_DECISIONS));
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
