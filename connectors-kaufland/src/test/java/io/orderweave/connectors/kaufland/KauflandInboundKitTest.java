package io.orderweave.connectors.kaufland;

import io.orderweave.tck.channel.ChannelUnderTest;
import io.orderweave.tck.channel.InboundEndpointTck;

/** The kit's group about notifications: a connector has an endpoint only when it is told where Kaufland reaches it. */
class KauflandInboundKitTest extends InboundEndpointTck {

    @Override
    protected ChannelUnderTest channel() {
        return KauflandKitTest.withNotifications();
    }
}
