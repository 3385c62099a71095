package io.orderweave.internal.book;

import io.orderweave.document.DocumentChain;
import io.orderweave.id.OrderId;
import java.util.Optional;

/** What deciding needs beside the rules and the order it decides upon. Implemented by a change, and by a rehearsal on paper. */
public interface Surroundings {

    /** A new identity, for entries and decisions. */
    String newId();

    /** The order as it is in this change; empty when there is none. */
    Optional<? extends WorkingOrder> find(OrderId id);

    /** The order's documents as they are now. */
    DocumentChain documentsOf(OrderId order);
}
