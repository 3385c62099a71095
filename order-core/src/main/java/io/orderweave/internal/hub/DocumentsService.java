package io.orderweave.internal.hub;

import io.orderweave.document.Document;
import io.orderweave.document.DocumentChain;
import io.orderweave.document.DocumentEvent;
import io.orderweave.document.DocumentKind;
import io.orderweave.document.Documents;
import io.orderweave.effect.EffectContext.Outcome;
import io.orderweave.effect.Effects;
import io.orderweave.effect.Origin;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.error.StaleVersionException;
import io.orderweave.event.Actor;
import io.orderweave.id.DocumentId;
import io.orderweave.id.EntryId;
import io.orderweave.id.OrderId;
import io.orderweave.id.PaymentId;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.ChangeScope;
import io.orderweave.internal.book.Changes;
import io.orderweave.internal.book.DocumentPlans;
import io.orderweave.internal.book.DocumentRecord;
import io.orderweave.internal.book.Gate;
import io.orderweave.internal.book.Trace;
import io.orderweave.order.Order;
import io.orderweave.party.Party;
import io.orderweave.payment.Payment;
import java.util.List;
import java.util.Optional;

/** Documents as hosts use them. */
final class DocumentsService implements Documents {

    private final Changes changes;
    private final Book book;
    private final Effects effects;
    private final Gate gate;

    DocumentsService(Changes changes, Effects effects, Gate gate) {
        this.changes = changes;
        this.book = changes.book();
        this.effects = effects;
        this.gate = gate;
    }

    @Override
    public Optional<Document> find(DocumentId id) {
        return book.documents().find(id.value()).map(DocumentRecord::document);
    }

    @Override
    public List<Document> of(OrderId order) {
        return chain(order).documents();
    }

    @Override
    public DocumentChain chain(OrderId order) {
        return book.documentsOf(order);
    }

    @Override
    public void issue(OrderId id, DocumentKind kind, Actor actor) {
        PlannedEffect wanted = switch (kind) {
            case PROFORMA -> DocumentPlans.proforma(id, Optional.empty());
            case INVOICE -> DocumentPlans.invoice(id, Optional.empty());
            case ADVANCE, CREDIT_NOTE ->
                throw invalid("PROFORMA and INVOICE are issued of an order, not " + kind
                        + ": an advance document is of a payment, a credit note of a document");
        };
        changes.run(scope -> {
            gate.check(actor, "documents.issue", Optional.of(scope.order(id)));
            ask(scope, id, actor, new DocumentEvent.DocumentRequested(kind), wanted);
        });
    }

    @Override
    public void issueAdvance(PaymentId id, Actor actor) {
        changes.run(scope -> {
            Payment payment = book.payments()
                    .find(id.value())
                    .orElseThrow(() -> new OrderweaveException(FaultCategory.NOT_FOUND, "no payment " + id));
            gate.check(actor, "documents.issueAdvance", Optional.of(scope.order(payment.order())));
            PlannedEffect wanted = DocumentPlans.advance(payment.order(), id, Optional.empty());
            ask(scope, payment.order(), actor, new DocumentEvent.AdvanceRequested(id), wanted);
        });
    }

    @Override
    public void credit(DocumentId id, String reason, Actor actor) {
        if (reason.isBlank()) {
            throw invalid("crediting document " + id + " needs a reason");
        }
        changes.run(scope -> {
            Issued issued = issued(scope, id);
            gate.check(actor, "documents.credit", Optional.of(issued.order()));
            if (issued.document().kind() != DocumentKind.INVOICE
                    && issued.document().kind() != DocumentKind.ADVANCE) {
                throw invalid("document " + issued.document().number() + " is of kind "
                        + issued.document().kind() + "; invoices and advance documents are credited");
            }
            PlannedEffect wanted = DocumentPlans.credit(issued.order().id(), id, reason);
            if (issued.chain().creditNoteOf(id).isEmpty() && !Asked.before(effects, wanted.key())) {
                ask(scope, issued.order().id(), actor, new DocumentEvent.CreditRequested(id, reason), wanted);
            }
        });
    }

    @Override
    public void reissue(DocumentId id, Party invoiceParty, Actor actor) {
        changes.run(scope -> {
            Issued issued = issued(scope, id);
            gate.check(actor, "documents.reissue", Optional.of(issued.order()));
            new Reissue(issued.document(), issued.order(), issued.chain(), effects)
                    .run(scope, invoiceParty, Trace.outside(actor));
        });
    }

    @Override
    public Optional<byte[]> pdf(DocumentId id) {
        return book.documents()
                .find(id.value())
                .flatMap(DocumentRecord::pdf)
                .flatMap(book.stores().blobs()::get);
    }

    private static void ask(
            ChangeScope scope, OrderId order, Actor actor, DocumentEvent request, PlannedEffect wanted) {
        EntryId entry = scope.change(order, Trace.outside(actor), it -> new Outcome(it, List.of(request)))
                .orElseThrow();
        scope.plan(wanted, entry, Origin.of(entry));
    }

    /** A document with its order as it is in the scope. */
    private record Issued(Document document, Order order, DocumentChain chain) {}

    private Issued issued(ChangeScope scope, DocumentId id) {
        Document document =
                find(id).orElseThrow(() -> new OrderweaveException(FaultCategory.NOT_FOUND, "no document " + id));
        Order order = scope.order(
                document.order().orElseThrow(() -> invalid("document " + document.number() + " belongs to no order")));
        DocumentChain chain = book.documentsOf(order.id());
        if (chain.find(id).isEmpty()) {
            // Another order took its order's place between the two looks.
            throw new StaleVersionException("document " + id);
        }
        return new Issued(document, order, chain);
    }

    private static OrderweaveException invalid(String message) {
        return new OrderweaveException(FaultCategory.INVALID_REQUEST, message);
    }
}
