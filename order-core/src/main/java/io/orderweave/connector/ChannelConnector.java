package io.orderweave.connector;

import io.orderweave.channel.RemoteAccount;
import java.util.Optional;

/**
 * One account at a sales channel. Implemented by connector modules; thread-safe.
 *
 * <p>Every ability is a facet: present or absent, the same for the connector's life; absent unless the connector says otherwise.
 * Every method may throw {@link io.orderweave.connection.OutsideFault}; none is called with a transaction open.
 */
public interface ChannelConnector {

    ConnectorProfile profile();

    /** Asks the other side who we are: tests the connection and tells the account. */
    RemoteAccount probe();

    default Optional<OrderFeed> orderFeed() {
        return Optional.empty();
    }

    default Optional<OrderReader> orderReader() {
        return Optional.empty();
    }

    default Optional<StatusUpdates> statusUpdates() {
        return Optional.empty();
    }

    default Optional<TrackingUpdates> trackingUpdates() {
        return Optional.empty();
    }

    default Optional<DocumentUploads> documentUploads() {
        return Optional.empty();
    }

    default Optional<Cancellations> cancellations() {
        return Optional.empty();
    }

    default Optional<Refunds> refunds() {
        return Optional.empty();
    }

    default Optional<ReturnFeed> returnFeed() {
        return Optional.empty();
    }

    default Optional<ReturnDecisions> returnDecisions() {
        return Optional.empty();
    }

    default Optional<StockUpdates> stockUpdates() {
        return Optional.empty();
    }

    default Optional<PriceUpdates> priceUpdates() {
        return Optional.empty();
    }

    default Optional<CatalogFeed> catalogFeed() {
        return Optional.empty();
    }

    default Optional<InboundEndpoint> inboundEndpoint() {
        return Optional.empty();
    }
}
