package io.orderweave.document;

import io.orderweave.event.Actor;
import io.orderweave.id.DocumentId;
import io.orderweave.id.OrderId;
import java.util.List;
import java.util.Optional;

/** Issued documents as hosts use them. Thread-safe. */
public interface Documents {

    Optional<Document> find(DocumentId id);

    /** The documents of one order, oldest first. */
    List<Document> of(OrderId order);

    /**
     * Asks for the order's proforma or invoice over everything not yet covered, as a rule would: under the same key, so that asking
     * twice, or after a rule did, is one document.
     */
    void issue(OrderId order, DocumentKind kind, Actor actor);

    /** The stored PDF; empty until it is drawn. */
    Optional<byte[]> pdf(DocumentId id);
}
