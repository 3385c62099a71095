package io.orderweave.simulator.allegro;

import io.orderweave.simulator.Faults;
import io.orderweave.simulator.RecordedRequest;
import io.orderweave.simulator.Simulator;
import io.orderweave.simulator.internal.RateBlock;
import io.orderweave.simulator.internal.Router;
import io.orderweave.simulator.internal.SimulatorServer;
import io.orderweave.simulator.internal.StateStore;
import java.util.List;
import java.util.Map;

/**
 * Allegro's REST API and OAuth on one address: orders appear because the test's {@linkplain #buyers() buyers} act, and what
 * an application writes back is stored and {@linkplain #counters() counted}.
 *
 * <p>Hosts call it. Thread-safe. Give the base URL both as the API's and as the OAuth host's.
 */
public final class AllegroSimulator implements Simulator {

    private final SimulatorServer server;
    private final StateStore<AllegroState> store;
    private final AllegroBuyers buyers;
    private final AllegroAccounts accounts;
    private final AllegroPlatform platform;
    private final AllegroOffers offers;
    private final AllegroReturns returns;
    private final OfferWork work;

    private AllegroSimulator(
            SimulatorServer server,
            StateStore<AllegroState> store,
            AllegroBuyers buyers,
            AllegroAccounts accounts,
            AllegroPlatform platform,
            AllegroOffers offers,
            AllegroReturns returns,
            OfferWork work) {
        this.server = server;
        this.store = store;
        this.buyers = buyers;
        this.accounts = accounts;
        this.platform = platform;
        this.offers = offers;
        this.returns = returns;
        this.work = work;
    }

    /** Settings for an application registered with these credentials; set what matters, then start. */
    public static AllegroSettings.Builder builder(String clientId, String clientSecret) {
        return AllegroSettings.builder().clientId(clientId).clientSecret(clientSecret);
    }

    /**
     * Starts to listen.
     *
     * @throws java.io.UncheckedIOException if the port is taken or the state file is not one of this simulator
     */
    public static AllegroSimulator start(AllegroSettings settings) {
        StateStore<AllegroState> store = StateStore.open(settings.stateFile(), new AllegroState(), AllegroState.class);
        Journal journal = new Journal(settings.sellerId());
        Tokens tokens = new Tokens(settings);
        RateBlock block = new RateBlock(settings.clock());
        FulfillmentApi fulfillment = new FulfillmentApi(settings, store, journal);
        ShipmentsApi shipments = new ShipmentsApi(settings, store, fulfillment);
        OfferChanges changes = new OfferChanges(settings);
        OfferEdits edits = new OfferEdits(changes);
        OfferWork work = new OfferWork(settings, changes, edits);
        Router api = new Router();
        orders(api, new OrdersApi(settings, store, journal), fulfillment, shipments, new InvoicesApi(settings, store));
        money(api, new RefundsApi(settings, store), new ReturnsApi(settings, store));
        offers(api, new OffersApi(settings, store, edits, work), new OfferCommandsApi(settings, store, work));
        account(api, new AccountApi(settings));
        AllegroService service = new AllegroService(
                oauth(new TokenApi(settings, store, tokens)),
                api,
                new Gate(settings, store, tokens, block),
                settings.seed());
        return new AllegroSimulator(
                SimulatorServer.start("allegro", settings.port(), service),
                store,
                new AllegroBuyers(settings, store, journal, work),
                new AllegroAccounts(settings, store, tokens),
                new AllegroPlatform(store, shipments, fulfillment, block),
                new AllegroOffers(settings, store, changes, work),
                new AllegroReturns(settings, store),
                work);
    }

    /** What buyers do. */
    public AllegroBuyers buyers() {
        return buyers;
    }

    /** What the seller does to let applications in. */
    public AllegroAccounts accounts() {
        return accounts;
    }

    /** What Allegro and the seller's other tools do. */
    public AllegroPlatform platform() {
        return platform;
    }

    /** What the seller lists. */
    public AllegroOffers offers() {
        return offers;
    }

    /** What buyers send back. */
    public AllegroReturns returns() {
        return returns;
    }

    /** What is stored now, counted. */
    public AllegroCounters counters() {
        work.catchUp(store);
        return store.read(AllegroCounters::of);
    }

    @Override
    public String baseUrl() {
        return server.baseUrl();
    }

    @Override
    public Faults faults() {
        return server.faults();
    }

    @Override
    public List<RecordedRequest> requests() {
        return server.requests();
    }

    @Override
    public Map<String, Integer> requestsByOperation() {
        return server.requestsByOperation();
    }

    @Override
    public void close() {
        server.close();
    }

    private static Router oauth(TokenApi tokens) {
        return new Router()
                .on("POST", "/auth/oauth/token", tokens::token)
                .on("POST", "/auth/oauth/device", tokens::device);
    }

    private static void orders(
            Router api, OrdersApi orders, FulfillmentApi fulfillment, ShipmentsApi shipments, InvoicesApi invoices) {
        String form = "/order/checkout-forms/{id}";
        api.on("GET", "/order/events", orders::events)
                .on("GET", "/order/event-stats", orders::eventStats)
                .on("GET", "/order/checkout-forms", orders::list)
                .on("GET", form, orders::one)
                .on("PUT", form + "/fulfillment", JsonBody.of(fulfillment::put))
                .on("GET", form + "/shipments", shipments::list)
                .on("POST", form + "/shipments", JsonBody.of(shipments::post))
                .on("GET", form + "/invoices", invoices::list)
                .on("POST", form + "/invoices", JsonBody.of(invoices::post))
                .on("PUT", form + "/invoices/{invoiceId}/file", invoices::putFile);
    }

    private static void money(Router api, RefundsApi refunds, ReturnsApi returns) {
        api.on("POST", "/payments/refunds", JsonBody.of(refunds::post))
                .on("GET", "/payments/refunds", refunds::list)
                .on("GET", "/order/customer-returns", returns::list)
                .on("GET", "/order/customer-returns/{id}", returns::one)
                .on("POST", "/order/customer-returns/{id}/rejection", JsonBody.beta(returns::reject));
    }

    private static void offers(Router api, OffersApi offers, OfferCommandsApi commands) {
        String offer = "/sale/product-offers/{offerId}";
        api.on("GET", "/sale/offers", offers::list)
                .on("GET", "/sale/offer-events", offers::events)
                .on("GET", offer, offers::one)
                .on("PATCH", offer, JsonBody.of(offers::patch))
                .on("GET", offer + "/operations/{operationId}", offers::operation);
        for (String kind : OfferCommands.KINDS) {
            String command = "/sale/" + kind + "/{commandId}";
            api.on("PUT", command, JsonBody.of((call, body) -> commands.put(kind, call, body)))
                    .on("GET", command, call -> commands.get(kind, call))
                    .on("GET", command + "/tasks", call -> commands.tasks(kind, call));
        }
    }

    private static void account(Router api, AccountApi account) {
        api.on("GET", "/order/carriers", account::carriers)
                .on("GET", "/me", account::me)
                .on("GET", "/sale/delivery-methods", account::deliveryMethods);
    }
}
