package io.orderweave.internal.book;

import io.orderweave.document.DocumentChain;
import io.orderweave.id.EntryId;
import io.orderweave.id.OrderId;
import io.orderweave.order.Order;
import io.orderweave.rule.FieldValue;
import io.orderweave.shipment.Shipment;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What deciding needs beside the rules and the order it decides upon. Implemented by a change, and by a rehearsal on paper. */
public interface Surroundings {

    /** A new identity, for entries and decisions. */
    String newId();

    /** The order as it is in this change; empty when there is none. */
    Optional<? extends WorkingOrder> find(OrderId id);

    /** What is known from beside the order when rules look at the event of that entry, by field. */
    Map<String, FieldValue> factsOf(OrderId order, EntryId entry);

    /** A rule asked for a field from beside the order that is not known. */
    void askFor(Order order, String field);

    /** The order's documents as they are now. */
    DocumentChain documentsOf(OrderId order);

    /** The order's shipments as they are now, oldest first. */
    List<Shipment> shipmentsOf(OrderId order);
}
