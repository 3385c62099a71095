package io.orderweave.internal.hub;

import io.orderweave.document.Document;
import io.orderweave.document.DocumentEvent;
import io.orderweave.document.DocumentKind;
import io.orderweave.document.Documents;
import io.orderweave.effect.EffectContext.Outcome;
import io.orderweave.effect.Origin;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.id.DocumentId;
import io.orderweave.id.EntryId;
import io.orderweave.id.OrderId;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.Changes;
import io.orderweave.internal.book.DocumentRecord;
import io.orderweave.internal.book.Gate;
import io.orderweave.internal.book.Trace;
import io.orderweave.order.Order;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Documents as hosts use them. */
final class DocumentsService implements Documents {

    private final Changes changes;
    private final Book book;
    private final Gate gate;

    DocumentsService(Changes changes, Gate gate) {
        this.changes = changes;
        this.book = changes.book();
        this.gate = gate;
    }

    @Override
    public Optional<Document> find(DocumentId id) {
        return book.documents().find(id.value()).map(DocumentRecord::document);
    }

    @Override
    public List<Document> of(OrderId order) {
        return book.documents().find(book.documents().query().where("order_id", order.value())).stream()
                .map(DocumentRecord::document)
                .sorted(Comparator.comparing(Document::issuedAt).thenComparing(Document::id))
                .toList();
    }

    @Override
    public void issue(OrderId id, DocumentKind kind, Actor actor) {
        if (kind != DocumentKind.PROFORMA && kind != DocumentKind.INVOICE) {
            throw new OrderweaveException(
                    FaultCategory.INVALID_REQUEST, "PROFORMA and INVOICE can be issued by hand, not " + kind);
        }
        changes.run(scope -> {
            Order order = scope.order(id);
            gate.check(actor, "documents.issue", Optional.of(order));
            EntryId entry = scope.change(
                            id,
                            Trace.outside(actor),
                            it -> new Outcome(it, List.of(new DocumentEvent.DocumentRequested(kind))))
                    .orElseThrow();
            scope.planDocument(order, kind, entry, Origin.of(entry));
        });
    }

    @Override
    public Optional<byte[]> pdf(DocumentId id) {
        return book.documents()
                .find(id.value())
                .flatMap(DocumentRecord::pdf)
                .flatMap(book.stores().blobs()::get);
    }
}
