package io.orderweave.document;

import io.orderweave.id.DocumentId;
import io.orderweave.id.OrderId;
import java.util.List;
import java.util.Optional;

/** Issued documents as hosts read them. Thread-safe. */
public interface Documents {

    Optional<Document> find(DocumentId id);

    /** The documents of one order, oldest first. */
    List<Document> of(OrderId order);

    /** The stored PDF; empty until it is drawn. */
    Optional<byte[]> pdf(DocumentId id);
}
