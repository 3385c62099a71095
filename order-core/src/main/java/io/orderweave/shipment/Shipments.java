package io.orderweave.shipment;

import io.orderweave.id.OrderId;
import io.orderweave.id.ShipmentId;
import java.util.List;
import java.util.Optional;

/** Shipments as hosts read them. Thread-safe. */
public interface Shipments {

    Optional<Shipment> find(ShipmentId id);

    /** The shipments of one order, oldest first. */
    List<Shipment> of(OrderId order);

    /** The stored label. */
    Optional<byte[]> label(ShipmentId id);
}
