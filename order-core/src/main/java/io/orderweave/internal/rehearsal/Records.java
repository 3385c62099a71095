package io.orderweave.internal.rehearsal;

import io.orderweave.document.Document;
import io.orderweave.effect.Effect;
import io.orderweave.id.DocumentId;
import io.orderweave.id.EntryId;
import io.orderweave.id.OrderId;
import io.orderweave.id.PaymentId;
import io.orderweave.id.ShipmentId;
import io.orderweave.internal.journal.RecordedEntry;
import io.orderweave.journal.JournalEntry;
import io.orderweave.payment.Payment;
import io.orderweave.rule.Decision;
import io.orderweave.shipment.Shipment;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What a rehearsal reads of the book; there is nothing in it that writes. Implemented by the hub. */
public interface Records {

    /** How many orders were placed before that moment. */
    long count(Instant placedBefore);

    /** The orders placed before that moment, wherever they lie; read page by page. */
    Iterator<OrderId> orders(Instant placedBefore);

    /** Whether there is such an order. */
    boolean exists(OrderId order);

    /** The whole history of the order. */
    List<RecordedEntry> entries(OrderId order);

    /** The order's effects as they are in the ledger. */
    List<Effect> effects(OrderId order);

    /** The decisions taken on the order. */
    List<Decision> decisions(OrderId order);

    /** An entry of whatever subject. */
    Optional<JournalEntry> entry(EntryId id);

    Optional<Document> document(DocumentId id);

    Optional<Shipment> shipment(ShipmentId id);

    Optional<Payment> payment(PaymentId id);
}
