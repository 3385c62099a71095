package io.orderweave.simulator.kaufland;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.Faults;
import io.orderweave.simulator.RecordedRequest;
import io.orderweave.simulator.Simulator;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Json;
import io.orderweave.simulator.internal.RateBlock;
import io.orderweave.simulator.internal.Router;
import io.orderweave.simulator.internal.SimulatorServer;
import io.orderweave.simulator.internal.StateStore;
import java.util.List;
import java.util.Map;

/**
 * Kaufland's Seller API v2: orders appear because the test's {@linkplain #buyers() buyers} act, and what an application writes back
 * is stored and {@linkplain #counters() counted}. Signatures are checked over exactly the bytes that came.
 *
 * <p>Hosts call it. Thread-safe. The base URL ends with {@code /v2}, as the real one.
 */
public final class KauflandSimulator implements Simulator {

    private static final String BASE = "/v2";

    private final SimulatorServer server;
    private final StateStore<KauflandState> store;
    private final KauflandBuyers buyers;
    private final KauflandPlatform platform;

    private KauflandSimulator(
            SimulatorServer server, StateStore<KauflandState> store, KauflandBuyers buyers, KauflandPlatform platform) {
        this.server = server;
        this.store = store;
        this.buyers = buyers;
        this.platform = platform;
    }

    /** Settings for a seller with these keys; set what matters, then start. */
    public static KauflandSettings.Builder builder(String clientKey, String secretKey) {
        return KauflandSettings.builder().clientKey(clientKey).secretKey(secretKey);
    }

    /**
     * Starts to listen.
     *
     * @throws java.io.UncheckedIOException if the port is taken or the state file is not one of this simulator
     */
    public static KauflandSimulator start(KauflandSettings settings) {
        StateStore<KauflandState> store =
                StateStore.open(settings.stateFile(), new KauflandState(), KauflandState.class);
        Pushes pushes = new Pushes(settings, store);
        RateBlock block = new RateBlock(settings.clock());
        Router routes = new Router();
        orders(routes, settings, store);
        returns(routes, new ReturnsApi(settings, store));
        offers(routes, new OffersApi(settings, store));
        subscriptions(routes, new SubscriptionsApi(store, pushes));
        routes.on("GET", BASE + "/info/storefront", call -> storefronts(settings));
        KauflandService service = new KauflandService(routes, new Gate(settings, block));
        SimulatorServer server = SimulatorServer.start("kaufland", settings.port(), service);
        return new KauflandSimulator(
                server,
                store,
                new KauflandBuyers(settings, store, pushes),
                new KauflandPlatform(settings, store, pushes, block, service));
    }

    /** What buyers do. */
    public KauflandBuyers buyers() {
        return buyers;
    }

    /** What Kaufland does, and the seller in the portal. */
    public KauflandPlatform platform() {
        return platform;
    }

    /** What is stored now, counted. */
    public KauflandCounters counters() {
        return store.read(KauflandCounters::of);
    }

    /** With {@code /v2} at its end. */
    @Override
    public String baseUrl() {
        return server.baseUrl() + BASE;
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

    private static void orders(Router routes, KauflandSettings settings, StateStore<KauflandState> store) {
        Carriers carriers = new Carriers(settings);
        OrdersApi orders = new OrdersApi(store);
        OrderUnitsApi units = new OrderUnitsApi(settings, store, carriers);
        InvoicesApi invoices = new InvoicesApi(settings, store);
        String unit = BASE + "/order-units/{id}";
        routes.on("GET", BASE + "/orders", orders::list)
                .on("GET", BASE + "/orders/{id}", orders::one)
                .on("GET", unit, units::one)
                .on("PATCH", unit + "/fulfil", units::fulfil)
                .on("PATCH", unit + "/send", JsonBody.object(units::send))
                .on("PATCH", unit + "/cancel", JsonBody.object(units::cancel))
                .on("PATCH", unit + "/refund", JsonBody.object(units::refund))
                .on("POST", BASE + "/shipments", JsonBody.object(new ShipmentsApi(settings, store, carriers)::post))
                .on("GET", BASE + "/carriers", carriers::list)
                .on("GET", BASE + "/order-invoices", invoices::list)
                .on("POST", BASE + "/order-invoices/{order}", JsonBody.object(invoices::post))
                .on("DELETE", BASE + "/order-invoices/{order}/{invoice}", invoices::delete);
    }

    private static void returns(Router routes, ReturnsApi returns) {
        String unit = BASE + "/return-units/{unit}";
        routes.on("GET", BASE + "/returns", returns::list)
                .on("GET", BASE + "/returns/{id}", returns::one)
                .on("PATCH", unit + "/accept", returns::accept)
                .on("PATCH", unit + "/repair", returns::repair)
                .on("PATCH", unit + "/reject", JsonBody.object(returns::reject))
                .on("PATCH", unit + "/clarify", JsonBody.object(returns::clarify));
    }

    private static void offers(Router routes, OffersApi offers) {
        routes.on("GET", BASE + "/units", offers::list)
                .on("POST", BASE + "/units/bulk", JsonBody.array(offers::bulk))
                .on("GET", BASE + "/units/{id}", offers::one)
                .on("PATCH", BASE + "/units/{id}", JsonBody.object(offers::patch));
    }

    private static void subscriptions(Router routes, SubscriptionsApi subscriptions) {
        routes.on("GET", BASE + "/subscriptions", subscriptions::list)
                .on("POST", BASE + "/subscriptions", JsonBody.object(subscriptions::post))
                .on("PATCH", BASE + "/subscriptions/{id}", JsonBody.object(subscriptions::patch));
    }

    private static Answer storefronts(KauflandSettings settings) {
        ObjectNode body = Json.object();
        settings.storefronts().forEach(storefront -> body.withArray("data").add(storefront.id()));
        return Answer.json(200, body);
    }
}
