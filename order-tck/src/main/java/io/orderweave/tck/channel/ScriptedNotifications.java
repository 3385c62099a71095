package io.orderweave.tck.channel;

import io.orderweave.connector.InboundEndpoint.InboundRequest;

/**
 * What the channel sends to the host, scripted. Implemented by the author of a connector that claims
 * {@link Facet#INBOUND_ENDPOINT}, and by no other; called as {@link ChannelServer} is.
 */
public interface ScriptedNotifications {

    /** What the channel sends now because the order is new or has changed, signed as it signs, as the host's web server gets it. */
    InboundRequest orderChanged(String externalId);
}
