package io.orderweave.internal.rehearsal;

import io.orderweave.document.Document;
import io.orderweave.effect.Effect;
import io.orderweave.id.DocumentId;
import io.orderweave.id.OrderId;
import io.orderweave.id.PaymentId;
import io.orderweave.internal.journal.RecordedEntry;
import io.orderweave.payment.Payment;
import io.orderweave.rule.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a rehearsal reads of the book; there is nothing in it that writes. Implemented by the hub. */
public interface Records {

    /** How many orders were placed before that moment. */
    long count(Instant placedBefore);

    /**
     * One page of the orders placed before that moment, by their id.
     *
     * @param after the last order of the page before
     */
    List<OrderId> page(Instant placedBefore, Optional<OrderId> after);

    /** The whole history of the order. */
    List<RecordedEntry> entries(OrderId order);

    /** The order's effects as they are in the ledger. */
    List<Effect> effects(OrderId order);

    /** The decisions taken on the order. */
    List<Decision> decisions(OrderId order);

    Optional<Document> document(DocumentId id);

    Optional<Payment> payment(PaymentId id);
}
