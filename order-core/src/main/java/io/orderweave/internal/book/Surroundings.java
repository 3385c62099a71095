package io.orderweave.internal.book;

import io.orderweave.document.DocumentChain;
import io.orderweave.id.OrderId;
import io.orderweave.shipment.Shipment;
import java.util.List;
import java.util.Optional;

/** What deciding needs beside the rules and the order it decides upon. Implemented by a change, and by a rehearsal on paper. */
public interface Surroundings {

    /** A new identity, for entries and decisions. */
    String newId();

    /** The order as it is in this change; empty when there is none. */
    Optional<? extends WorkingOrder> find(OrderId id);

    /** The order's documents as they are now. */
    DocumentChain documentsOf(OrderId order);

    /** The order's shipments as they are now, oldest first. */
    List<Shipment> shipmentsOf(OrderId order);
}
