package io.orderweave.internal.rehearsal;

import io.orderweave.event.Event;
import io.orderweave.id.ShipmentId;
import io.orderweave.shipment.Shipment;
import io.orderweave.shipment.ShipmentEvent;
import io.orderweave.shipment.TrackingStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The shipments of the rehearsed order, each as far as the rehearsal has come: recorded ones, and those that exist on paper only. */
final class PaperShipments {

    private final Function<ShipmentId, Optional<Shipment>> recorded;
    private final Map<ShipmentId, TrackingStatus> states = new LinkedHashMap<>();
    private final Map<ShipmentId, Shipment> onPaper = new LinkedHashMap<>();

    PaperShipments(Function<ShipmentId, Optional<Shipment>> recorded) {
        this.recorded = recorded;
    }

    /** Takes note of what happened to a shipment. */
    void learn(Event event) {
        if (event instanceof ShipmentEvent.ShipmentCreated created) {
            states.put(created.shipment(), TrackingStatus.ANNOUNCED);
        } else if (event instanceof ShipmentEvent.TrackingChanged changed) {
            states.put(changed.shipment(), changed.to());
        }
    }

    /** A shipment that exists on paper only. */
    void add(Shipment shipment) {
        onPaper.put(shipment.id(), shipment);
    }

    /** Oldest first. */
    List<Shipment> all() {
        return states.keySet().stream().flatMap(id -> find(id).stream()).toList();
    }

    Optional<Shipment> find(ShipmentId id) {
        TrackingStatus status = states.get(id);
        return status == null
                ? Optional.empty()
                : Optional.ofNullable(onPaper.get(id))
                        .or(() -> recorded.apply(id))
                        .map(shipment -> shipment.toBuilder().status(status).build());
    }
}
