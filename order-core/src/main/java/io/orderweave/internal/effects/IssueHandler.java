package io.orderweave.internal.effects;

import io.orderweave.document.Document;
import io.orderweave.document.DocumentEvent;
import io.orderweave.document.DocumentKind;
import io.orderweave.document.NumberSeries;
import io.orderweave.document.Seller;
import io.orderweave.effect.EffectContext;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.LocalEffectHandler;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.event.Subject;
import io.orderweave.id.DocumentId;
import io.orderweave.id.LineId;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.DocumentRecord;
import io.orderweave.internal.book.Setup;
import io.orderweave.internal.json.Json;
import io.orderweave.order.Charge;
import io.orderweave.order.Order;
import io.orderweave.order.Phase;
import io.orderweave.order.Progress;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Issues proformas or invoices. Number, document, cover and order are one transaction: a number is spent exactly when its document
 * is there.
 */
public final class IssueHandler implements LocalEffectHandler {

    private final EffectKind kind;
    private final DocumentKind documentKind;
    private final Book book;
    private final Setup setup;

    private IssueHandler(EffectKind kind, DocumentKind documentKind, Book book, Setup setup) {
        this.kind = kind;
        this.documentKind = documentKind;
        this.book = book;
        this.setup = setup;
    }

    public static IssueHandler proforma(Book book, Setup setup) {
        return new IssueHandler(EffectKind.PROFORMA, DocumentKind.PROFORMA, book, setup);
    }

    public static IssueHandler invoice(Book book, Setup setup) {
        return new IssueHandler(EffectKind.INVOICE, DocumentKind.INVOICE, book, setup);
    }

    @Override
    public EffectKind kind() {
        return kind;
    }

    @Override
    public boolean irreversible() {
        return documentKind != DocumentKind.PROFORMA;
    }

    @Override
    public LocalOutcome perform(EffectContext context) {
        Order order = context.order();
        if (order.phase() == Phase.CANCELLED) {
            return new LocalOutcome.NotWanted("order " + order.id() + " is cancelled");
        }
        if (documentKind == DocumentKind.PROFORMA && !order.openAmount().isPositive()) {
            return new LocalOutcome.NotWanted("order " + order.id() + " is paid");
        }
        Map<LineId, Integer> pieces = Cover.uninvoiced(order);
        List<Charge> charges = Cover.uninvoicedCharges(order);
        if (pieces.isEmpty() && charges.isEmpty()) {
            return new LocalOutcome.NotWanted("order " + order.id() + " is invoiced in full");
        }
        Seller seller = setup.seller(order.seller());
        Optional<NumberSeries> series = series(context, seller);
        if (series.isEmpty()) {
            return new LocalOutcome.Impossible("seller " + seller.id() + " has no number series for " + documentKind);
        }
        DocumentDraft draft = DocumentDraft.of(documentKind, order, seller, pieces, charges);
        Optional<String> obstacle = draft.obstacle();
        if (obstacle.isPresent()) {
            return new LocalOutcome.Impossible(obstacle.get());
        }
        Document document = issue(context, draft, series.get());
        context.change(it -> taken(it, document, pieces, charges));
        context.plan(render(order, document));
        return new LocalOutcome.Done(Optional.of(document.id().value()));
    }

    private Optional<NumberSeries> series(EffectContext context, Seller seller) {
        if (!context.effect().payload().hasNonNull("series")) {
            return seller.seriesFor(documentKind);
        }
        String chosen = context.effect().payload().get("series").asText();
        return seller.series().stream()
                .filter(series -> series.id().value().equals(chosen) && series.kind() == documentKind)
                .findFirst();
    }

    private Document issue(EffectContext context, DocumentDraft draft, NumberSeries series) {
        LocalDate day = draft.day(context.now());
        long count = book.stores().series().next(context.order().seller() + "/" + series.counter(day), series.first());
        DocumentId id = new DocumentId(book.newId());
        Document document = draft.issue(id, series, series.number(count, day), context.now());
        book.documents().insertNew(new DocumentRecord(document, Optional.empty()));
        return document;
    }

    private EffectContext.Outcome taken(
            Order order, Document document, Map<LineId, Integer> pieces, List<Charge> charges) {
        Progress progress = documentKind == DocumentKind.INVOICE
                ? Cover.invoiced(order.progress(), pieces, charges)
                : order.progress();
        return new EffectContext.Outcome(
                order.toBuilder().progress(progress).build(),
                List.of(new DocumentEvent.DocumentIssued(document.id(), documentKind, document.number())));
    }

    private static PlannedEffect render(Order order, Document document) {
        return PlannedEffect.builder()
                .key(new EffectKey(
                        Subject.of(order.id()), EffectKind.RENDER, document.id().value()))
                .payload(Json.object().put("document", document.id().value()))
                .build();
    }
}
