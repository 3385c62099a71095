package io.orderweave.examples.marketplace;

import io.orderweave.examples.marketplace.WrongConnector.Parts;
import io.orderweave.tck.channel.ChannelConnectorTck;
import io.orderweave.tck.channel.ChannelUnderTest;

/** A right connector passes the whole kit. */
class BazaarConnectorTest extends ChannelConnectorTck {

    @Override
    protected ChannelUnderTest channel() {
        return new BazaarUnderTest(Parts::bazaar);
    }
}
