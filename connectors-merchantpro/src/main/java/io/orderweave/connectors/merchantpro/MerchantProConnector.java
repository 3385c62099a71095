package io.orderweave.connectors.merchantpro;

import io.orderweave.channel.RemoteAccount;
import io.orderweave.connector.Cancellations;
import io.orderweave.connector.CatalogFeed;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ConnectorProfile;
import io.orderweave.connector.InboundEndpoint;
import io.orderweave.connector.OrderFeed;
import io.orderweave.connector.OrderReader;
import io.orderweave.connector.PriceUpdates;
import io.orderweave.connector.StatusUpdates;
import io.orderweave.connector.StockUpdates;
import io.orderweave.connector.TrackingUpdates;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * One MerchantPro shop. There are no facets for what no source tells how to do: uploading a document, paying back, returns.
 */
final class MerchantProConnector implements ChannelConnector {

    /** Before there were any shops. */
    private static final LocalDate EVER = LocalDate.of(2000, 1, 1);

    private final MerchantProApi api;
    private final MerchantProConfig config;
    private final ConnectorProfile profile;
    private final OrderFeed orderFeed;
    private final OrderReader orderReader;
    private final StatusUpdates statusUpdates;
    private final TrackingUpdates trackingUpdates;
    private final Cancellations cancellations;
    private final StockUpdates stockUpdates;
    private final PriceUpdates priceUpdates;
    private final CatalogFeed catalogFeed;
    private final Optional<InboundEndpoint> inboundEndpoint;

    MerchantProConnector(MerchantProApi api, MerchantProConfig config, Clock clock) {
        MerchantProOrderReader reader =
                new MerchantProOrderReader(api, new MerchantProOrderMapper(config.codMethods()));
        MerchantProOrderStatus status = new MerchantProOrderStatus(api);
        MerchantProOfferWriter offers = new MerchantProOfferWriter(api);
        this.api = api;
        this.config = config;
        this.profile = profile(config);
        this.orderReader = reader;
        this.orderFeed = new MerchantProOrderFeed(orders(api, config, clock), reader);
        this.statusUpdates = new MerchantProStatusUpdates(status);
        this.trackingUpdates = new MerchantProTrackingUpdates(api);
        this.cancellations = new MerchantProCancellations(status);
        this.stockUpdates = new MerchantProStockUpdates(offers);
        this.priceUpdates = new MerchantProPriceUpdates(offers, config.currency());
        this.catalogFeed = new MerchantProCatalogFeed(
                products(api, config, clock), new MerchantProProductMapper(config.currency()));
        this.inboundEndpoint = config.webhookSecret().map(MerchantProInboundEndpoint::new);
    }

    private static MerchantProListWalk orders(MerchantProApi api, MerchantProConfig config, Clock clock) {
        return new MerchantProListWalk(
                new MerchantProPages(api::orders, config.shop(), "line_items"),
                config.feed(),
                config.feed().dialects(),
                now -> LocalDate.ofInstant(now.minus(config.feed().history()), ZoneOffset.UTC),
                clock);
    }

    private static MerchantProListWalk products(MerchantProApi api, MerchantProConfig config, Clock clock) {
        return new MerchantProListWalk(
                new MerchantProPages(api::products, config.shop(), "variants,images"),
                config.feed(),
                List.of(MerchantProDialect.MODIFIED, MerchantProDialect.ALL),
                now -> EVER,
                clock);
    }

    private static ConnectorProfile profile(MerchantProConfig config) {
        return ConnectorProfile.builder()
                .pageSize(config.feed().pageSize())
                .addCurrencies(config.currency())
                // UNCONFIRMED whether a read right after a write can show the old state.
                .settleTime(Duration.ofMinutes(2))
                // A batch of offers is two requests each, and each may wait for the budget.
                .callDeadline(Duration.ofMinutes(5))
                .build();
    }

    @Override
    public ConnectorProfile profile() {
        return profile;
    }

    /** The API does not tell who we are; a shop is its address. */
    @Override
    public RemoteAccount probe() {
        api.anyOrder();
        return new RemoteAccount(config.shop());
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
    public Optional<Cancellations> cancellations() {
        return Optional.of(cancellations);
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
