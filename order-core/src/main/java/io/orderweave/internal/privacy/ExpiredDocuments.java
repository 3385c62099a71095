package io.orderweave.internal.privacy;

import io.orderweave.document.Document;
import io.orderweave.document.DocumentEvent;
import io.orderweave.effect.EffectContext.Outcome;
import io.orderweave.event.Actor;
import io.orderweave.id.DocumentId;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.ChangeScope;
import io.orderweave.internal.book.Changes;
import io.orderweave.internal.book.DocumentRecord;
import io.orderweave.internal.book.Trace;
import io.orderweave.internal.book.Versioned;
import io.orderweave.order.Order;
import io.orderweave.store.RecordQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Erases the documents of erased orders whose retention is over. */
final class ExpiredDocuments {

    private final Changes changes;
    private final Book book;
    private final Retention retention;

    ExpiredDocuments(Changes changes, Retention retention) {
        this.changes = changes;
        this.book = changes.book();
        this.retention = retention;
    }

    int purge(Actor actor) {
        int purged = 0;
        Optional<RecordQuery.Position> next = Optional.empty();
        do {
            RecordQuery old = oldEnough();
            var page = book.documents().page(next.map(old::after).orElse(old));
            for (DocumentRecord record : page.values()) {
                if (isDue(record)) {
                    DocumentId id = record.document().id();
                    purged += changes.call(scope -> purge(scope, id, actor)) ? 1 : 0;
                }
            }
            next = page.next();
        } while (next.isPresent());
        return purged;
    }

    /** A day more than any zone is ahead; each document is looked at by itself. */
    private RecordQuery oldEnough() {
        Instant latest = book.now()
                .atOffset(ZoneOffset.UTC)
                .minusYears(retention.shortestYears())
                .plusDays(1)
                .toInstant();
        return book.documents()
                .query()
                .orderedBy("issued_at", false)
                .with(new RecordQuery.Filter.Range(
                        "issued_at", Long.MIN_VALUE, ChronoUnit.MICROS.between(Instant.EPOCH, latest)));
    }

    private boolean isDue(DocumentRecord record) {
        Document document = record.document();
        LocalDate today = LocalDate.ofInstant(book.now(), retention.zone(document));
        return !today.isBefore(retention.endsOn(document)) && !isErased(record);
    }

    private static boolean isErased(DocumentRecord record) {
        return record.pdf().isEmpty() && PersonalData.erased(record).equals(record);
    }

    private boolean purge(ChangeScope scope, DocumentId id, Actor actor) {
        Versioned<DocumentRecord> stored =
                book.documents().findVersioned(id.value()).orElseThrow();
        Optional<Order> order = stored.value()
                .document()
                .order()
                .flatMap(book::findOrder)
                .filter(it -> it.erasedAt().isPresent());
        if (order.isEmpty() || isErased(stored.value())) {
            return false;
        }
        stored.value().pdf().ifPresent(book.stores().blobs()::delete);
        DocumentRecord erased =
                new DocumentRecord(PersonalData.erased(stored.value()).document(), Optional.empty());
        book.documents().update(erased, stored.version());
        scope.change(
                order.get().id(),
                Trace.outside(actor),
                it -> new Outcome(
                        it,
                        List.of(new DocumentEvent.DocumentErased(
                                id, erased.document().number()))));
        return true;
    }
}
