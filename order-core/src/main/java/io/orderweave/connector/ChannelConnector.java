package io.orderweave.connector;

import io.orderweave.channel.RemoteAccount;
import java.util.Optional;

/**
 * One account at a sales channel. Implemented by connector modules; thread-safe.
 *
 * <p>Every ability is a facet: present or absent, the same for the connector's life. Every method may throw {@link
 * io.orderweave.connection.OutsideFault}; none is called with a transaction open.
 */
public interface ChannelConnector {

    ConnectorProfile profile();

    /** Asks the other side who we are: tests the connection and tells the account. */
    RemoteAccount probe();

    Optional<OrderFeed> orderFeed();

    Optional<OrderReader> orderReader();

    Optional<StatusUpdates> statusUpdates();

    Optional<TrackingUpdates> trackingUpdates();

    Optional<DocumentUploads> documentUploads();
}
