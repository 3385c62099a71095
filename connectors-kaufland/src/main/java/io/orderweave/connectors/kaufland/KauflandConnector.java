package io.orderweave.connectors.kaufland;

import io.orderweave.channel.RemoteAccount;
import io.orderweave.channel.Storefront;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
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
import io.orderweave.error.FaultCategory;
import java.time.Clock;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** One seller account at Kaufland. */
final class KauflandConnector implements ChannelConnector {

    private final KauflandConfig config;
    private final ConnectorProfile profile;
    private final KauflandStorefronts storefronts;
    private final OrderFeed orderFeed;
    private final OrderReader orderReader;
    private final StatusUpdates statusUpdates;
    private final TrackingUpdates trackingUpdates;
    private final DocumentUploads documentUploads;
    private final Cancellations cancellations;
    private final Refunds refunds;
    private final ReturnFeed returnFeed;
    private final ReturnDecisions returnDecisions;
    private final StockUpdates stockUpdates;
    private final PriceUpdates priceUpdates;
    private final CatalogFeed catalogFeed;
    private final Optional<InboundEndpoint> inboundEndpoint;

    KauflandConnector(KauflandApi api, KauflandConfig config, Clock clock) {
        KauflandOrderUnits units = new KauflandOrderUnits(api);
        KauflandUnitStatuses statuses = new KauflandUnitStatuses(api);
        this.config = config;
        this.profile = profile(config);
        this.storefronts = new KauflandStorefronts(api, config);
        KauflandOrderReader reader = new KauflandOrderReader(api, new KauflandOrderMapper());
        this.orderReader = reader;
        this.orderFeed = new KauflandOrderFeed(
                api,
                reader,
                config,
                clock,
                config.push().map(push -> new KauflandSubscriptions(api, storefronts, push, clock)));
        this.statusUpdates = new KauflandStatusUpdates(api, units, statuses);
        this.trackingUpdates = new KauflandTrackingUpdates(api, units, new KauflandCarriers(api));
        this.documentUploads = new KauflandDocumentUploads(api, units, config);
        this.cancellations = new KauflandCancellations(api, units, statuses);
        this.refunds = new KauflandRefunds(api, units);
        this.returnFeed = new KauflandReturnFeed(api, new KauflandReturnReader(api, units), config, clock);
        this.returnDecisions = new KauflandReturnDecisions(api);
        KauflandOfferWrites writes = new KauflandOfferWrites(api, storefronts);
        this.stockUpdates = new KauflandStockUpdates(writes);
        this.priceUpdates = new KauflandPriceUpdates(writes);
        this.catalogFeed = new KauflandCatalogFeed(api, storefronts);
        this.inboundEndpoint = config.push()
                .map(push -> new KauflandPush(new KauflandSigner(config.keys(), Optional.empty()), push.url(), clock));
    }

    private static ConnectorProfile profile(KauflandConfig config) {
        return ConnectorProfile.builder()
                .pageSize(config.feed().pageSize())
                .addStorefronts(
                        new Storefront("de"),
                        new Storefront("cz"),
                        new Storefront("sk"),
                        new Storefront("pl"),
                        new Storefront("at"),
                        new Storefront("fr"),
                        new Storefront("it"))
                .addCurrencies(Currency.getInstance("EUR"), Currency.getInstance("CZK"), Currency.getInstance("PLN"))
                // UNCONFIRMED how long reads may lag behind a write; offers take "up to several minutes".
                .settleTime(Duration.ofMinutes(5))
                // A call is one request for each piece of an order, and a reading before.
                .callDeadline(Duration.ofMinutes(5))
                .build();
    }

    @Override
    public ConnectorProfile profile() {
        return profile;
    }

    /** Kaufland tells no account: what is tested is that the keys open the storefronts that are to be served. */
    @Override
    public RemoteAccount probe() {
        List<Storefront> own = storefronts.own();
        config.storefronts().stream()
                .filter(wanted -> !own.contains(wanted))
                .findFirst()
                .ifPresent(missing -> {
                    throw OutsideFault.of(
                                    FaultCategory.REJECTED,
                                    Reached.NO,
                                    "kaufland storefronts: the seller has no storefront " + missing + ", but " + own)
                            .build();
                });
        return config.account();
    }

    @Override
    public Optional<OrderFeed> orderFeed() {
        return Optional.of(orderFeed);
    }

    @Override
    public Optional<OrderReader> orderReader() {
        return Optional.of(orderReader);
    }

    @Override
    public Optional<StatusUpdates> statusUpdates() {
        return Optional.of(statusUpdates);
    }

    @Override
    public Optional<TrackingUpdates> trackingUpdates() {
        return Optional.of(trackingUpdates);
    }

    @Override
    public Optional<DocumentUploads> documentUploads() {
        return Optional.of(documentUploads);
    }

    @Override
    public Optional<Cancellations> cancellations() {
        return Optional.of(cancellations);
    }

    @Override
    public Optional<Refunds> refunds() {
        return Optional.of(refunds);
    }

    @Override
    public Optional<ReturnFeed> returnFeed() {
        return Optional.of(returnFeed);
    }

    @Override
    public Optional<ReturnDecisions> returnDecisions() {
        return Optional.of(returnDecisions);
    }

    @Override
    public Optional<StockUpdates> stockUpdates() {
        return Optional.of(stockUpdates);
    }

    @Override
    public Optional<PriceUpdates> priceUpdates() {
        return Optional.of(priceUpdates);
    }

    @Override
    public Optional<CatalogFeed> catalogFeed() {
        return Optional.of(catalogFeed);
    }

    @Override
    public Optional<InboundEndpoint> inboundEndpoint() {
        return inboundEndpoint;
    }
}
