package io.orderweave.simulator.merchantpro;

import io.orderweave.simulator.Faults;
import io.orderweave.simulator.RecordedRequest;
import io.orderweave.simulator.Simulator;
import io.orderweave.simulator.internal.Router;
import io.orderweave.simulator.internal.SimulatorServer;
import io.orderweave.simulator.internal.StateStore;
import java.util.List;
import java.util.Map;

/**
 * One MerchantPro shop with its API v2: orders appear because the test's {@linkplain #buyers() buyers} act, and what an application
 * writes back is stored and {@linkplain #counters() counted}.
 *
 * <p>Hosts call it. Thread-safe. There is no published specification: what is UNCONFIRMED is said at its place.
 */
public final class MerchantProSimulator implements Simulator {

    private static final List<String> ACTIONS = List.of("in_process", "shipped", "delivered", "returned", "cancelled");

    private final SimulatorServer server;
    private final StateStore<ShopState> store;
    private final MerchantProBuyers buyers;
    private final MerchantProShop shop;
    private final MerchantProWebhooks webhooks;

    private MerchantProSimulator(
            SimulatorServer server,
            StateStore<ShopState> store,
            MerchantProBuyers buyers,
            MerchantProShop shop,
            MerchantProWebhooks webhooks) {
        this.server = server;
        this.store = store;
        this.buyers = buyers;
        this.shop = shop;
        this.webhooks = webhooks;
    }

    /** Settings for a shop with this API key; set what matters, then start. */
    public static MerchantProSettings.Builder builder(String apiKey, String apiSecret) {
        return MerchantProSettings.builder().apiKey(apiKey).apiSecret(apiSecret);
    }

    /**
     * Starts to listen.
     *
     * @throws java.io.UncheckedIOException if the port is taken or the state file is not one of this simulator
     */
    public static MerchantProSimulator start(MerchantProSettings settings) {
        StateStore<ShopState> store = StateStore.open(settings.stateFile(), new ShopState(), ShopState.class);
        RequestWindows windows = new RequestWindows(settings);
        Listing listing = new Listing(settings);
        Router api = api(
                new OrdersApi(settings, store, listing),
                new OrderWritesApi(settings, store),
                new ProductsApi(settings, store, listing));
        MerchantProService service = new MerchantProService(api, new Gate(settings, windows));
        return new MerchantProSimulator(
                SimulatorServer.start("merchantpro", settings.port(), service),
                store,
                new MerchantProBuyers(settings, store),
                new MerchantProShop(settings, store, windows),
                new MerchantProWebhooks(settings));
    }

    /** What customers do. */
    public MerchantProBuyers buyers() {
        return buyers;
    }

    /** What the shop's staff and its provider do. */
    public MerchantProShop shop() {
        return shop;
    }

    /** What the shop would post to an endpoint. */
    public MerchantProWebhooks webhooks() {
        return webhooks;
    }

    /** What is stored now, counted. */
    public MerchantProCounters counters() {
        return store.read(MerchantProCounters::of);
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

    private static Router api(OrdersApi orders, OrderWritesApi writes, ProductsApi products) {
        String order = "/api/v2/orders/{id}";
        Router router = new Router()
                .on("GET", "/api/v2/orders", orders::list)
                .on("GET", order, orders::one)
                .on("PATCH", order, writes::patch)
                .on("PATCH", order + "/create_invoice", writes::createInvoice)
                .on("POST", order + "/tags", writes::tag)
                .on("PATCH", order + "/tags", writes::tag)
                .on("GET", "/api/v2/products", products::list)
                .on("GET", "/api/v2/products/{id}", products::one)
                .on("PATCH", "/api/v2/products/{id}", products::patch)
                .on("GET", "/api/v2/inventory/{key}/{value}", products::inventory);
        ACTIONS.forEach(action -> router.on("PATCH", order + "/" + action, writes.action(action)));
        return router;
    }
}
