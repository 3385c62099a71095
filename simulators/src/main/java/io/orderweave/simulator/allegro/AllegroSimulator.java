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

    private AllegroSimulator(
            SimulatorServer server,
            StateStore<AllegroState> store,
            AllegroBuyers buyers,
            AllegroAccounts accounts,
            AllegroPlatform platform) {
        this.server = server;
        this.store = store;
        this.buyers = buyers;
        this.accounts = accounts;
        this.platform = platform;
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
        AllegroService service = new AllegroService(
                oauth(new TokenApi(settings, store, tokens)),
                api(
                        new OrdersApi(settings, store, journal),
                        fulfillment,
                        shipments,
                        new InvoicesApi(settings, store),
                        new AccountApi(settings)),
                new Gate(settings, store, tokens, block),
                settings.seed());
        return new AllegroSimulator(
                SimulatorServer.start("allegro", settings.port(), service),
                store,
                new AllegroBuyers(settings, store, journal),
                new AllegroAccounts(settings, store, tokens),
                new AllegroPlatform(store, shipments, fulfillment, block));
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

    /** What is stored now, counted. */
    public AllegroCounters counters() {
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

    private static Router api(
            OrdersApi orders,
            FulfillmentApi fulfillment,
            ShipmentsApi shipments,
            InvoicesApi invoices,
            AccountApi account) {
        String form = "/order/checkout-forms/{id}";
        return new Router()
                .on("GET", "/order/events", orders::events)
                .on("GET", "/order/event-stats", orders::eventStats)
                .on("GET", "/order/checkout-forms", orders::list)
                .on("GET", form, orders::one)
                .on("PUT", form + "/fulfillment", JsonBody.of(fulfillment::put))
                .on("GET", form + "/shipments", shipments::list)
                .on("POST", form + "/shipments", JsonBody.of(shipments::post))
                .on("GET", form + "/invoices", invoices::list)
                .on("POST", form + "/invoices", JsonBody.of(invoices::post))
                .on("PUT", form + "/invoices/{invoiceId}/file", invoices::putFile)
                .on("GET", "/order/carriers", account::carriers)
                .on("GET", "/me", account::me)
                .on("GET", "/sale/delivery-methods", account::deliveryMethods);
    }
}
