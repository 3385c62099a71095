package io.orderweave.couriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.Settings;
import io.orderweave.courier.Courier;
import io.orderweave.courier.CourierFactory;
import io.orderweave.courier.CreateAnswer;
import io.orderweave.courier.ShipmentRequest;
import io.orderweave.courier.Tracking.TrackedShipment;
import io.orderweave.money.Money;
import io.orderweave.shipment.TrackingEvent;
import io.orderweave.simulator.CourierCounters;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.Faults;
import io.orderweave.simulator.Simulator;
import io.orderweave.simulator.SimulatorClock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A courier's connector and the simulator that it talks to: what a courier tells {@link CourierContract} about itself. */
public abstract class SimulatedCourier {

    public static final String SECRET = "s3cr3t-0rd3rw34v3-t0k3n";

    public final SimulatorClock clock = SimulatorClock.at(Instant.parse("2026-11-21T10:00:00Z"));

    public abstract Simulator simulator();

    public abstract CourierCounters counters();

    public abstract CourierFactory factory();

    /** Settings that work with the simulator; credentials are {@link #SECRET}. */
    public abstract Map<String, String> settings();

    /** The settings that hold the credentials, with others. */
    public abstract Map<String, String> wrongCredentials();

    /** A shipment to a point that the simulator has. */
    public abstract ShipmentRequest.Builder toPoint();

    /** An amount that can be collected with it. */
    public abstract Money collected();

    /** An amount that the courier never collects. */
    public abstract Money neverCollected();

    /** A point that the simulator does not have, but that looks like one. */
    public abstract String unknownPoint();

    /** The requests that announce shipments. */
    public abstract Faults.Cue announcements();

    /** How the simulator counts them. */
    public abstract String announcement();

    public abstract Faults.Cue labels();

    public abstract Faults.Cue trackings();

    /** An answer to a request for a label that is none, with status 200. */
    public abstract String answerWithoutLabel();

    /** The beginning of an answer to an announcement, with status 201 or 200 as usual. */
    public abstract Fault cutAnswer();

    /** Lets the simulator's shipment of that reference travel. */
    public abstract void moveTo(String reference, String code);

    /** Announces a shipment and leaves it where the courier still cancels; its id. */
    public abstract String cancellable();

    /** The courier's code of a delivered shipment. */
    public abstract String deliveredCode();

    /** A code that fits the courier's, but is none. */
    public abstract String unknownCode();

    public final Courier courier() {
        return courier(Map.of());
    }

    public final Courier courier(Map<String, String> overrides) {
        ConnectionId connection = new ConnectionId("courier-1");
        Map<String, String> values = new HashMap<>(settings());
        values.putAll(overrides);
        Settings complete = factory().settings().complete(connection, Settings.of(values));
        return factory().create(connection, complete, clock);
    }

    public final CreateAnswer.Created created(Courier courier, ShipmentRequest request) {
        CreateAnswer answer = decided(courier, courier.create(request));
        assertThat(answer).isInstanceOf(CreateAnswer.Created.class);
        return (CreateAnswer.Created) answer;
    }

    /** Looks again until the courier has decided, as the engine does. */
    public final CreateAnswer decided(Courier courier, CreateAnswer answer) {
        CreateAnswer last = answer;
        for (int i = 0; i < 10 && last instanceof CreateAnswer.Accepted accepted; i++) {
            clock.advance(accepted.lookAgainAfter());
            last = courier.resume(accepted.handle());
        }
        return last;
    }

    public static OutsideFault fault(ThrowingCallable call) {
        OutsideFault fault = catchThrowableOfType(OutsideFault.class, call);
        assertThat(fault).as("a fault of the outside").isNotNull();
        return fault;
    }

    public static TrackedShipment tracked(CreateAnswer.Created created) {
        return new TrackedShipment(created.shipmentId(), created.trackingNumber());
    }

    public final String reference() {
        return toPoint().build().reference();
    }

    /** The events of that shipment; none when there is no entry. */
    public final List<TrackingEvent> events(Courier courier, TrackedShipment shipment) {
        return courier.tracking().track(List.of(shipment)).getOrDefault(shipment, List.of());
    }

    /** How many announcements the simulator got. */
    public final int announced() {
        return simulator().requestsByOperation().getOrDefault(announcement(), 0);
    }
}
