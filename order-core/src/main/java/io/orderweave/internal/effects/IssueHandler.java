package io.orderweave.internal.effects;

import io.orderweave.document.Document;
import io.orderweave.document.DocumentEvent;
import io.orderweave.document.NumberSeries;
import io.orderweave.document.Seller;
import io.orderweave.effect.EffectContext;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.LocalEffectHandler;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.event.Event;
import io.orderweave.event.Subject;
import io.orderweave.id.DocumentId;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.DocumentRecord;
import io.orderweave.internal.book.Setup;
import io.orderweave.internal.book.SpentNumber;
import io.orderweave.internal.book.SpentNumbers;
import io.orderweave.internal.json.Json;
import io.orderweave.order.Order;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Issues documents: proformas, or what the effects of kind {@code invoice} name: final invoices, advance documents, credit notes.
 * Number, document, cover and order are one transaction: a number is spent exactly when its document is there.
 */
public final class IssueHandler implements LocalEffectHandler {

    private final EffectKind kind;
    private final Book book;
    private final Setup setup;
    private final SpentNumbers spentNumbers;

    private IssueHandler(EffectKind kind, Book book, Setup setup) {
        this.kind = kind;
        this.book = book;
        this.setup = setup;
        this.spentNumbers = new SpentNumbers(book);
    }

    public static IssueHandler proforma(Book book, Setup setup) {
        return new IssueHandler(EffectKind.PROFORMA, book, setup);
    }

    public static IssueHandler invoice(Book book, Setup setup) {
        return new IssueHandler(EffectKind.INVOICE, book, setup);
    }

    @Override
    public EffectKind kind() {
        return kind;
    }

    @Override
    public boolean irreversible() {
        return kind.equals(EffectKind.INVOICE);
    }

    @Override
    public boolean spendsNumber() {
        return true;
    }

    @Override
    public LocalOutcome perform(EffectContext context) {
        Order order = context.order();
        Commission commission = new Commission(order, book.documentsOf(order.id()), setup.seller(order.seller()));
        Drafting drafting =
                new Drafting(context.effect().key(), context.effect().payload());
        Drafted drafted = drafting.draft(commission, id -> book.payments().find(id.value()));
        if (drafted instanceof Drafted.Refused refused) {
            return refused.outcome();
        }
        Optional<NumberSeries> series = drafting.series(commission.seller());
        if (series.isEmpty()) {
            return new LocalOutcome.Impossible(drafting.seriesMissing(commission.seller()));
        }
        return issue(context, (Drafted.Draft) drafted, commission.seller(), series.get());
    }

    private LocalOutcome issue(EffectContext context, Drafted.Draft draft, Seller seller, NumberSeries series) {
        DocumentId id = new DocumentId(book.newId());
        Optional<SpentNumber> spent = spentNumbers.find(context.effect().key());
        Numbering numbering =
                spent.map(known -> known(id, known, seller)).orElseGet(() -> next(id, context.now(), seller, series));
        Document document = draft.document().apply(numbering);
        Optional<String> pdf = spent.flatMap(SpentNumber::pdf);
        book.documents().insertNew(new DocumentRecord(document, pdf));
        List<Event> events = new ArrayList<>();
        events.add(new DocumentEvent.DocumentIssued(id, document.kind(), document.number()));
        if (pdf.isPresent()) {
            events.add(new DocumentEvent.DocumentRendered(id, document.kind()));
        }
        context.change(order -> new EffectContext.Outcome(
                order.toBuilder()
                        .progress(draft.taken().apply(order.progress()))
                        .build(),
                events));
        if (pdf.isEmpty()) {
            context.plan(render(context.order(), document));
        }
        return new LocalOutcome.Done(Optional.of(id.value()));
    }

    private Numbering next(DocumentId id, Instant now, Seller seller, NumberSeries series) {
        LocalDate day = day(now, seller);
        long count = book.stores().series().next(seller.id() + "/" + series.counter(day), series.first());
        return new Numbering(id, series, series.number(count, day), now, day);
    }

    /** Issued before the database was restored: what was handed in is what it is. */
    private static Numbering known(DocumentId id, SpentNumber spent, Seller seller) {
        return new Numbering(
                id,
                seller.series(spent.series()).orElseThrow(),
                spent.number(),
                spent.issuedAt(),
                day(spent.issuedAt(), seller));
    }

    private static LocalDate day(Instant moment, Seller seller) {
        return moment.atZone(seller.zone()).toLocalDate();
    }

    private static PlannedEffect render(Order order, Document document) {
        return PlannedEffect.builder()
                .key(new EffectKey(
                        Subject.of(order.id()), EffectKind.RENDER, document.id().value()))
                .payload(Json.object().put("document", document.id().value()))
                .build();
    }
}
