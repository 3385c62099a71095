package io.orderweave.examples.marketplace;

import io.orderweave.tck.channel.ChannelConnectorTck;
import io.orderweave.tck.channel.ChannelUnderTest;

class StallConnectorTest extends ChannelConnectorTck {

    @Override
    protected ChannelUnderTest channel() {
        return new StallUnderTest();
    }
}
