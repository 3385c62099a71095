package io.orderweave.couriers.inpost;

import io.orderweave.courier.CourierFactory;
import io.orderweave.courier.CreateAnswer;
import io.orderweave.courier.ShipmentRequest;
import io.orderweave.couriers.Requests;
import io.orderweave.couriers.SimulatedCourier;
import io.orderweave.money.Money;
import io.orderweave.simulator.CourierCounters;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.Faults;
import io.orderweave.simulator.Simulator;
import io.orderweave.simulator.inpost.InPostParcels;
import io.orderweave.simulator.inpost.InPostSimulator;
import java.util.Map;

/** InPost and its simulator. */
final class SimulatedInPost extends SimulatedCourier {

    private static final String ORGANIZATION = "4711";

    private final InPostSimulator simulator =
            InPostSimulator.builder(ORGANIZATION, SECRET).clock(clock).start();

    InPostParcels parcels() {
        return simulator.parcels();
    }

    @Override
    public Simulator simulator() {
        return simulator;
    }

    @Override
    public CourierCounters counters() {
        return simulator.counters();
    }

    @Override
    public CourierFactory factory() {
        return new InPostCourierFactory();
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("base.url", simulator.baseUrl(), "token", SECRET, "organization.id", ORGANIZATION);
    }

    @Override
    public Map<String, String> wrongCredentials() {
        return Map.of("token", "guessed");
    }

    @Override
    public ShipmentRequest.Builder toPoint() {
        return Requests.toPolishPoint();
    }

    @Override
    public Money collected() {
        return Money.of("149.90", "PLN");
    }

    @Override
    public Money neverCollected() {
        return Money.of("30", "EUR");
    }

    @Override
    public String unknownPoint() {
        return "POZ99Z";
    }

    @Override
    public Faults.Cue announcements() {
        return simulator.faults().onOperation(announcement());
    }

    @Override
    public String announcement() {
        return "POST /v1/organizations/{organization}/shipments";
    }

    @Override
    public Faults.Cue labels() {
        return simulator.faults().on("GET", "/v1/shipments/[^/]+/label");
    }

    @Override
    public Faults.Cue trackings() {
        return simulator.faults().on("GET", "/v1/tracking/.*");
    }

    @Override
    public String answerWithoutLabel() {
        return "<html>%PDF-1.4</html>";
    }

    @Override
    public Fault cutAnswer() {
        return Fault.statusAfterWrite(
                201,
                Map.of("Content-Type", "application/json"),
                "{\"id\":30000001,\"receiver\":{\"last_name\":\"Świąt");
    }

    @Override
    public void moveTo(String reference, String code) {
        simulator.parcels().moveTo(reference, code);
    }

    /** Not looked at again, it is not confirmed. */
    @Override
    public String cancellable() {
        return ((CreateAnswer.Accepted) courier().create(toPoint().build())).handle();
    }

    @Override
    public String deliveredCode() {
        return "delivered";
    }

    @Override
    public String unknownCode() {
        return "drone_hovering";
    }
}
