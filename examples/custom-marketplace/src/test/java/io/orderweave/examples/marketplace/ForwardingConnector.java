package io.orderweave.examples.marketplace;

import io.orderweave.channel.RemoteAccount;
import io.orderweave.connector.Cancellations;
import io.orderweave.connector.CatalogFeed;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ConnectorProfile;
import io.orderweave.connector.DocumentUploads;
import io.orderweave.connector.InboundEndpoint;
import io.orderweave.connector.OrderFeed;
import io.orderweave.connector.OrderReader;
import io.orderweave.connector.PriceUpdates;
import io.orderweave.connector.Refunds;
import io.orderweave.connector.ReturnDecisions;
import io.orderweave.connector.ReturnFeed;
import io.orderweave.connector.StatusUpdates;
import io.orderweave.connector.StockUpdates;
import io.orderweave.connector.TrackingUpdates;
import java.util.Optional;

/** Does as another connector does, but for what a subclass does otherwise. */
class ForwardingConnector implements ChannelConnector {

    private final ChannelConnector right;

    ForwardingConnector(ChannelConnector right) {
        this.right = right;
    }

    static ChannelConnector withFeed(ChannelConnector right, OrderFeed wrong) {
        return new ForwardingConnector(right) {
            @Override
            public Optional<OrderFeed> orderFeed() {
                return Optional.of(wrong);
            }
        };
    }

    static ChannelConnector withReader(ChannelConnector right, OrderReader wrong) {
        return new ForwardingConnector(right) {
            @Override
            public Optional<OrderReader> orderReader() {
                return Optional.of(wrong);
            }
        };
    }

    static ChannelConnector withStatuses(ChannelConnector right, StatusUpdates wrong) {
        return new ForwardingConnector(right) {
            @Override
            public Optional<StatusUpdates> statusUpdates() {
                return Optional.of(wrong);
            }
        };
    }

    static ChannelConnector withTracking(ChannelConnector right, TrackingUpdates wrong) {
        return new ForwardingConnector(right) {
            @Override
            public Optional<TrackingUpdates> trackingUpdates() {
                return Optional.of(wrong);
            }
        };
    }

    @Override
    public ConnectorProfile profile() {
        return right.profile();
    }

    @Override
    public RemoteAccount probe() {
        return right.probe();
    }

    @Override
    public Optional<OrderFeed> orderFeed() {
        return right.orderFeed();
    }

    @Override
    public Optional<OrderReader> orderReader() {
        return right.orderReader();
    }

    @Override
    public Optional<StatusUpdates> statusUpdates() {
        return right.statusUpdates();
    }

    @Override
    public Optional<TrackingUpdates> trackingUpdates() {
        return right.trackingUpdates();
    }

    @Override
    public Optional<DocumentUploads> documentUploads() {
        return right.documentUploads();
    }

    @Override
    public Optional<Cancellations> cancellations() {
        return right.cancellations();
    }

    @Override
    public Optional<Refunds> refunds() {
        return right.refunds();
    }

    @Override
    public Optional<ReturnFeed> returnFeed() {
        return right.returnFeed();
    }

    @Override
    public Optional<ReturnDecisions> returnDecisions() {
        return right.returnDecisions();
    }

    @Override
    public Optional<StockUpdates> stockUpdates() {
        return right.stockUpdates();
    }

    @Override
    public Optional<PriceUpdates> priceUpdates() {
        return right.priceUpdates();
    }

    @Override
    public Optional<CatalogFeed> catalogFeed() {
        return right.catalogFeed();
    }

    @Override
    public Optional<InboundEndpoint> inboundEndpoint() {
        return right.inboundEndpoint();
    }
}
