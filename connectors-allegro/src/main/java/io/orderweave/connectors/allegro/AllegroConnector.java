package io.orderweave.connectors.allegro;

import io.orderweave.channel.RemoteAccount;
import io.orderweave.channel.Storefront;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connector.CatalogFeed;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ConnectorContext;
import io.orderweave.connector.ConnectorProfile;
import io.orderweave.connector.DocumentUploads;
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
import io.orderweave.http.JsonParts;
import java.time.Duration;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;

/** One Allegro account. No {@code cancellations()}: a seller cannot cancel an order there, only give it his own status CANCELLED. */
final class AllegroConnector implements ChannelConnector {

    private static final Pattern ACCOUNT = Pattern.compile("[^\\s/]{1,100}");

    private final AllegroApi api;
    private final ConnectorProfile profile;
    private final OrderFeed orderFeed;
    private final OrderReader orderReader;
    private final StatusUpdates statusUpdates;
    private final TrackingUpdates trackingUpdates;
    private final DocumentUploads documentUploads;
    private final Refunds refunds;
    private final ReturnFeed returnFeed;
    private final ReturnDecisions returnDecisions;
    private final StockUpdates stockUpdates;
    private final PriceUpdates priceUpdates;
    private final CatalogFeed catalogFeed;

    AllegroConnector(AllegroApi api, AllegroConfig config, ConnectorContext context) {
        AllegroOrderReader reader = new AllegroOrderReader(api, new AllegroOrderMapper());
        this.api = api;
        this.profile = profile(config);
        this.orderReader = reader;
        this.orderFeed = new AllegroOrderFeed(api, reader, config.feed(), context.clock());
        this.statusUpdates = new AllegroStatusUpdates(api);
        this.trackingUpdates = new AllegroTrackingUpdates(api, new AllegroCarriers(api));
        this.documentUploads = new AllegroDocumentUploads(api);
        this.refunds = new AllegroRefunds(api);
        this.returnFeed = new AllegroReturnFeed(
                api, new AllegroReturnMapper(new AllegroOrderLines(api)::of), config, context.clock());
        this.returnDecisions = new AllegroReturnDecisions(api);
        AllegroOfferCommands commands = new AllegroOfferCommands(api);
        this.stockUpdates = new AllegroStockUpdates(commands, new AllegroSoldOutOffers(api));
        this.priceUpdates = new AllegroPriceUpdates(commands);
        this.catalogFeed = new AllegroCatalogFeed(
                api, new AllegroOfferMapper(), config.feed().pageSize(), context.clock());
    }

    static AllegroConnector create(AllegroConfig config, ConnectorContext context, AllegroClients clients) {
        return new AllegroConnector(clients.api(context.tokens()), config, context);
    }

    private static ConnectorProfile profile(AllegroConfig config) {
        return ConnectorProfile.builder()
                .pageSize(config.feed().pageSize())
                .addStorefronts(
                        new Storefront("allegro-pl"),
                        new Storefront("allegro-cz"),
                        new Storefront("allegro-sk"),
                        new Storefront("allegro-hu"),
                        new Storefront("allegro-business-pl"),
                        new Storefront("allegro-business-cz"))
                .addCurrencies(
                        Currency.getInstance("PLN"),
                        Currency.getInstance("CZK"),
                        Currency.getInstance("EUR"),
                        Currency.getInstance("HUF"))
                // UNCONFIRMED how long lists may lag behind a write; a read right after one was seen to show the old
                // state.
                .settleTime(Duration.ofMinutes(2))
                // A call may be several requests: read, write, and once more after a conflict, each with a refresh of
                // the token.
                .callDeadline(Duration.ofMinutes(5))
                .build();
    }

    @Override
    public ConnectorProfile profile() {
        return profile;
    }

    @Override
    public RemoteAccount probe() {
        AllegroMeDto me = api.me();
        return JsonParts.text(me.id())
                .or(() -> JsonParts.text(me.login()))
                .filter(account -> ACCOUNT.matcher(account).matches())
                .map(RemoteAccount::new)
                .orElseThrow(
                        () -> OutsideFault.of(FaultCategory.CONTRACT, Reached.NO, "allegro me: neither id nor login")
                                .build());
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
}
