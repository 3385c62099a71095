package io.orderweave.examples.marketplace;

import io.orderweave.connector.Cancellations;
import io.orderweave.connector.CatalogFeed;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.DocumentUploads;
import io.orderweave.connector.InboundEndpoint;
import io.orderweave.connector.PriceUpdates;
import io.orderweave.connector.Refunds;
import io.orderweave.connector.ReturnDecisions;
import io.orderweave.connector.ReturnFeed;
import io.orderweave.connector.StockUpdates;
import java.util.Optional;

/** Stall's connector, grown: Bazaar is a marketplace that can do all that connectors can. It is here to be made wrong. */
class BazaarConnector extends ForwardingConnector {

    private final BazaarApi api;
    private final String secret;

    BazaarConnector(ChannelConnector stall, BazaarApi api, String secret) {
        super(stall);
        this.api = api;
        this.secret = secret;
    }

    @Override
    public Optional<DocumentUploads> documentUploads() {
        return Optional.of(new BazaarDocuments(api));
    }

    @Override
    public Optional<Cancellations> cancellations() {
        return Optional.of(new BazaarCancellations(api));
    }

    @Override
    public Optional<Refunds> refunds() {
        return Optional.of(new BazaarRefunds(api));
    }

    @Override
    public Optional<ReturnFeed> returnFeed() {
        return Optional.of(new BazaarReturns(api));
    }

    @Override
    public Optional<ReturnDecisions> returnDecisions() {
        return Optional.of(new BazaarReturns(api));
    }

    @Override
    public Optional<StockUpdates> stockUpdates() {
        return Optional.of(new BazaarStock(api));
    }

    @Override
    public Optional<PriceUpdates> priceUpdates() {
        return Optional.of(new BazaarPrices(api));
    }

    @Override
    public Optional<CatalogFeed> catalogFeed() {
        return Optional.of(new BazaarCatalog(api));
    }

    @Override
    public Optional<InboundEndpoint> inboundEndpoint() {
        return Optional.of(new BazaarPush(secret));
    }
}
