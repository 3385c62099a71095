package io.orderweave.internal.explain;

import io.orderweave.document.Document;
import io.orderweave.effect.Effect;
import io.orderweave.effect.Effects;
import io.orderweave.event.Subject;
import io.orderweave.id.DocumentId;
import io.orderweave.id.EntryId;
import io.orderweave.id.OrderId;
import io.orderweave.id.PaymentId;
import io.orderweave.id.ShipmentId;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.DocumentRecord;
import io.orderweave.internal.journal.JournalReader;
import io.orderweave.internal.journal.RecordedEntry;
import io.orderweave.internal.rehearsal.Records;
import io.orderweave.journal.JournalEntry;
import io.orderweave.payment.Payment;
import io.orderweave.rule.Decision;
import io.orderweave.shipment.Shipment;
import io.orderweave.store.IndexValue;
import io.orderweave.store.RecordCollection;
import io.orderweave.store.RecordCollections;
import io.orderweave.store.RecordQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Reads the book for explanations and rehearsals. */
final class BookRecords implements Records {

    private static final int ENTRIES_AT_ONCE = 500;

    private final Book book;
    private final Effects effects;
    private final JournalReader journal;

    BookRecords(Book book, Effects effects) {
        this.book = book;
        this.effects = effects;
        this.journal = new JournalReader(book.stores().journal(), book.archive());
    }

    @Override
    public long count(Instant placedBefore) {
        return book.stores().records().count(query(RecordCollections.ORDERS, placedBefore))
                + book.stores().records().count(query(RecordCollections.ARCHIVED_ORDERS, placedBefore));
    }

    @Override
    public Iterator<OrderId> orders(Instant placedBefore) {
        return new OrderIds(
                book.stores().records(),
                List.of(
                        query(RecordCollections.ORDERS, placedBefore),
                        query(RecordCollections.ARCHIVED_ORDERS, placedBefore)));
    }

    private static RecordQuery query(RecordCollection orders, Instant placedBefore) {
        IndexValue.Number end = (IndexValue.Number) IndexValue.of(placedBefore);
        return RecordQuery.all(orders).with(new RecordQuery.Filter.Range("placed_at", Long.MIN_VALUE, end.value()));
    }

    @Override
    public boolean exists(OrderId order) {
        return book.findOrder(order).isPresent();
    }

    @Override
    public List<RecordedEntry> entries(OrderId order) {
        List<RecordedEntry> entries = new ArrayList<>();
        List<RecordedEntry> page;
        do {
            page = journal.recorded(Subject.of(order), entries.size() + 1L, ENTRIES_AT_ONCE);
            entries.addAll(page);
        } while (page.size() == ENTRIES_AT_ONCE);
        return entries;
    }

    @Override
    public List<Effect> effects(OrderId order) {
        return effects.of(Subject.of(order));
    }

    @Override
    public List<Decision> decisions(OrderId order) {
        return decisions(Subject.of(order));
    }

    List<Decision> decisions(Subject subject) {
        return book.decisions().find(book.decisions().query().where("subject", subject.toString())).stream()
                .sorted(Comparator.comparing(decision -> decision.id().value()))
                .toList();
    }

    @Override
    public Optional<JournalEntry> entry(EntryId id) {
        return journal.find(id);
    }

    @Override
    public Optional<Document> document(DocumentId id) {
        return book.documents().find(id.value()).map(DocumentRecord::document);
    }

    @Override
    public Optional<Shipment> shipment(ShipmentId id) {
        return book.shipments().find(id.value());
    }

    @Override
    public Optional<Payment> payment(PaymentId id) {
        return book.payments().find(id.value());
    }
}
