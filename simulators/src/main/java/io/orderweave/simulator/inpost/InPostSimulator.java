package io.orderweave.simulator.inpost;

import io.orderweave.simulator.CourierCounters;
import io.orderweave.simulator.Faults;
import io.orderweave.simulator.RecordedRequest;
import io.orderweave.simulator.Simulator;
import io.orderweave.simulator.internal.CourierTally;
import io.orderweave.simulator.internal.Router;
import io.orderweave.simulator.internal.SimulatorServer;
import io.orderweave.simulator.internal.StateStore;
import java.util.List;
import java.util.Map;

/**
 * InPost's ShipX API: a created shipment has no tracking number until it is confirmed, its label comes only then, and
 * nothing stops the same reference coming twice.
 *
 * <p>Hosts call it. Thread-safe.
 */
public final class InPostSimulator implements Simulator {

    private final SimulatorServer server;
    private final StateStore<InPostState> store;
    private final InPostParcels parcels;

    private InPostSimulator(SimulatorServer server, StateStore<InPostState> store, InPostParcels parcels) {
        this.server = server;
        this.store = store;
        this.parcels = parcels;
    }

    /** Settings for an organisation with this token; set what matters, then start. */
    public static InPostSettings.Builder builder(String organizationId, String token) {
        return InPostSettings.builder().organizationId(organizationId).token(token);
    }

    /**
     * Starts to listen.
     *
     * @throws java.io.UncheckedIOException if the port is taken or the state file is not one of this simulator
     */
    public static InPostSimulator start(InPostSettings settings) {
        StateStore<InPostState> store = StateStore.open(settings.stateFile(), new InPostState(), InPostState.class);
        ShipmentsApi shipments = new ShipmentsApi(settings, store, new Progress(settings));
        PointsApi points = new PointsApi(settings.points());
        Router open = new Router()
                .on("GET", "/v1/tracking/{number}", shipments::tracking)
                .on("GET", "/v1/points", points::list)
                .on("GET", "/v1/points/{name}", points::one);
        Router closed = new Router()
                .on("POST", "/v1/organizations/{organization}/shipments", shipments::create)
                .on("GET", "/v1/organizations/{organization}/shipments", shipments::list)
                .on("GET", "/v1/shipments/{id}", shipments::one)
                .on("GET", "/v1/shipments/{id}/label", shipments::label)
                .on("DELETE", "/v1/shipments/{id}", shipments::cancel);
        InPostService service = new InPostService(open, closed, settings.token());
        return new InPostSimulator(
                SimulatorServer.start("inpost", settings.port(), service),
                store,
                new InPostParcels(store, settings.clock()));
    }

    /** What happens to the parcels. */
    public InPostParcels parcels() {
        return parcels;
    }

    /** What is stored now, counted by reference; amounts to collect are in PLN. */
    public CourierCounters counters() {
        return store.read(state -> {
            CourierTally tally = new CourierTally();
            state.shipments.forEach(shipment -> tally.add(
                    shipment.reference(),
                    shipment.status.equals(InPostShipment.CANCELED),
                    shipment.labels,
                    shipment.cashOnDelivery()));
            return tally.counters();
        });
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
}
