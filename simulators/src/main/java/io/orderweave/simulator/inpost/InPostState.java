package io.orderweave.simulator.inpost;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that the simulated InPost remembers; guarded by its state store. */
final class InPostState {

    int failingPurchases;
    final List<InPostShipment> shipments = new ArrayList<>();

    Optional<InPostShipment> byId(String id) {
        return shipments.stream()
                .filter(shipment -> Long.toString(shipment.id).equals(id))
                .findFirst();
    }

    Optional<InPostShipment> byTrackingNumber(String number) {
        return shipments.stream()
                .filter(shipment -> number.equals(shipment.trackingNumber))
                .findFirst();
    }
}
