package io.orderweave.internal.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.document.Document;
import io.orderweave.document.DocumentKind;
import io.orderweave.effect.EffectContext.Outcome;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.error.StaleVersionException;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.OrderId;
import io.orderweave.id.TransactionId;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.ChangeScope;
import io.orderweave.internal.book.DocumentRecord;
import io.orderweave.internal.book.QuarantineRecord;
import io.orderweave.internal.book.Repository;
import io.orderweave.internal.book.Trace;
import io.orderweave.internal.book.TransactionRecord;
import io.orderweave.internal.book.Unfinished;
import io.orderweave.internal.book.Versioned;
import io.orderweave.internal.json.Json;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.privacy.ErasureReport;
import io.orderweave.rule.Decision;
import io.orderweave.shipment.Shipment;
import io.orderweave.store.JournalRow;
import io.orderweave.store.RecordQuery;
import io.orderweave.store.StoredEffect;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Erases one sale everywhere, in the open transaction: the order, those it replaced or was replaced by, and all that hangs on them. What
 * is erased already is not written again.
 */
final class OrderErasure {

    private static final int ROWS = 500;

    private final ChangeScope scope;
    private final Book book;
    private final Retention retention;
    private boolean anythingErased;

    OrderErasure(ChangeScope scope, Retention retention) {
        this.scope = scope;
        this.book = scope.book();
        this.retention = retention;
    }

    /** Erases the sale of that order, or refuses it as a whole. */
    ErasureReport erase(OrderId id, String reason, Actor actor) {
        Set<OrderId> sale = sale(id);
        ErasureReport.Builder report = ErasureReport.builder();
        List<DocumentRecord> documents = documents(sale);
        List<StoredEffect> effects = effects(sale, documents);
        List<EffectKey> needing = effects.stream()
                .filter(OrderErasure::stillNeedsTheData)
                .map(effect -> EffectKey.parse(effect.key()))
                .toList();
        if (!needing.isEmpty()) {
            sale.forEach(order -> report.addRefused(new ErasureReport.Refused(order, needing)));
            return report.build();
        }
        effects.forEach(this::eraseEffect);
        documents.forEach(record -> eraseHistory(Subject.of(record.document().id())));
        for (OrderId order : sale) {
            eraseWhatHangsOn(order);
            keep(order, report);
        }
        payers(sale).forEach(transaction -> erasePayer(transaction, sale, report));
        sale.forEach(order -> enter(order, reason, actor));
        return report.addAllErased(sale).build();
    }

    /** The order and all that took each other's place with it. */
    private Set<OrderId> sale(OrderId id) {
        Set<OrderId> sale = new TreeSet<>();
        Deque<OrderId> toVisit = new ArrayDeque<>(List.of(id));
        while (!toVisit.isEmpty()) {
            Order order = scope.order(toVisit.removeFirst());
            if (sale.add(order.id())) {
                toVisit.addAll(order.replaces());
                order.replacedBy().ifPresent(toVisit::add);
            }
        }
        return sale;
    }

    private List<DocumentRecord> documents(Set<OrderId> sale) {
        return sale.stream()
                .flatMap(order -> book.documents().all(of(book.documents(), order)).stream())
                .map(Versioned::value)
                .toList();
    }

    private List<StoredEffect> effects(Set<OrderId> sale, List<DocumentRecord> documents) {
        List<Subject> subjects = new ArrayList<>(sale.stream().map(Subject::of).toList());
        documents.forEach(record -> subjects.add(Subject.of(record.document().id())));
        return subjects.stream()
                .flatMap(subject -> book.stores().effects().ofSubject(subject.toString()).stream())
                .toList();
    }

    /** What somebody is doing just now is waited for, whatever its kind. */
    private static boolean stillNeedsTheData(StoredEffect effect) {
        boolean planned = effect.state().equals(EffectState.PLANNED.name());
        return Unfinished.is(effect) && (!planned || PersonalData.isNeededFor(new EffectKind(effect.kind())));
    }

    private void eraseEffect(StoredEffect effect) {
        JsonNode erased = PersonalData.effect(effect);
        if (erased.equals(Json.tree(effect.json()))) {
            return;
        }
        anythingErased = true;
        StoredEffect after = new StoredEffect(
                effect.key(),
                effect.subject(),
                effect.kind(),
                effect.connection(),
                effect.state(),
                effect.due(),
                effect.createdAt(),
                effect.version(),
                effect.schema(),
                Json.bytes(erased));
        if (!book.stores().effects().update(after)) {
            throw new StaleVersionException("effect " + effect.key());
        }
    }

    private void eraseWhatHangsOn(OrderId id) {
        eraseHistory(Subject.of(id));
        erase(book.shipments(), of(book.shipments(), id), shipment -> {
            shipment.label().ifPresent(this::deleteLabel);
            return withoutLabel(PersonalData.erased(shipment));
        });
        RecordQuery decisions =
                book.decisions().query().where("subject", Subject.of(id).toString());
        erase(book.decisions(), decisions, (Decision decision) -> PersonalData.erased(decision));
        erase(book.documents(), of(book.documents(), id), this::withoutBuyerUnlessIssued);
        scope.order(id)
                .ref()
                .ifPresent(ref -> scope.order(id)
                        .connection()
                        .map(connection -> QuarantineRecord.idOf(connection, ref.externalId()))
                        .flatMap(item -> book.quarantine().findVersioned(item.value()))
                        .ifPresent(this::eraseQuarantined));
    }

    private void eraseHistory(Subject subject) {
        long next = 1;
        List<JournalRow> rows;
        do {
            rows = book.stores().journal().read(subject.toString(), next, ROWS);
            for (JournalRow row : rows) {
                eraseEntry(row);
                next = row.sequence() + 1;
            }
        } while (rows.size() == ROWS);
    }

    private void eraseEntry(JournalRow row) {
        JsonNode erased = PersonalData.entry(row);
        if (!erased.equals(Json.tree(row.json()))) {
            anythingErased = true;
            book.stores().journal().replace(row.id(), Json.bytes(erased));
        }
    }

    private void deleteLabel(String label) {
        deleteBlob(label, book.shipments().count(book.shipments().query().where("label", label)));
    }

    private static Shipment withoutLabel(Shipment shipment) {
        return shipment.toBuilder()
                .label(Optional.empty())
                .labelType(Optional.empty())
                .build();
    }

    /** A proforma is no fiscal document: nobody need keep it. */
    private DocumentRecord withoutBuyerUnlessIssued(DocumentRecord record) {
        if (record.document().kind() != DocumentKind.PROFORMA) {
            return record;
        }
        record.pdf().ifPresent(book.stores().blobs()::delete);
        return new DocumentRecord(PersonalData.erased(record).document(), Optional.empty());
    }

    private void eraseQuarantined(Versioned<QuarantineRecord> stored) {
        QuarantineRecord item = stored.value();
        deleteBlob(item.raw(), book.quarantine().count(book.quarantine().query().where("raw", item.raw())));
        replace(book.quarantine(), stored, PersonalData.erased(item));
    }

    /** Equal contents are one blob: it stays while another has it. */
    private void deleteBlob(String sha256, long owners) {
        if (owners == 1) {
            book.stores().blobs().delete(sha256);
        }
    }

    private void keep(OrderId order, ErasureReport.Builder report) {
        for (Versioned<DocumentRecord> stored : book.documents().all(of(book.documents(), order))) {
            Document document = stored.value().document();
            boolean erased = PersonalData.erased(stored.value()).equals(stored.value());
            if (document.kind() != DocumentKind.PROFORMA && !erased) {
                report.addKeptDocument(new ErasureReport.KeptDocument(
                        document.id(), document.number(), order, retention.endsOn(document)));
            }
        }
    }

    private Set<TransactionId> payers(Set<OrderId> sale) {
        Set<TransactionId> transactions = new TreeSet<>();
        sale.forEach(order -> book.payments().all(of(book.payments(), order)).stream()
                .map(stored -> stored.value().transaction())
                .flatMap(Optional::stream)
                .forEach(transactions::add));
        return transactions;
    }

    private void erasePayer(TransactionId id, Set<OrderId> sale, ErasureReport.Builder report) {
        RecordQuery payments = book.payments().query().where("transaction_id", id.value());
        boolean shared = book.payments().all(payments).stream()
                .map(stored -> stored.value().order())
                .filter(order -> !sale.contains(order))
                .flatMap(order -> book.findOrder(order).stream())
                .anyMatch(order -> order.erasedAt().isEmpty());
        if (shared) {
            report.addKeptTransaction(id);
            return;
        }
        Versioned<TransactionRecord> stored =
                book.transactions().findVersioned(id.value()).orElseThrow();
        replace(book.transactions(), stored, PersonalData.erased(stored.value()));
    }

    /** Last, so that the entry stands only where something was erased. */
    private void enter(OrderId id, String reason, Actor actor) {
        scope.change(id, Trace.outside(actor), order -> {
            Order erased = PersonalData.erased(order);
            if (order.erasedAt().isPresent() && erased.equals(order) && !anythingErased) {
                return new Outcome(order, List.of());
            }
            return new Outcome(
                    erased.toBuilder().erasedAt(scope.now()).build(), List.of(new OrderEvent.Erased(reason)));
        });
    }

    private <T> void erase(Repository<T> repository, RecordQuery query, UnaryOperator<T> erased) {
        repository.all(query).forEach(stored -> replace(repository, stored, erased.apply(stored.value())));
    }

    private <T> void replace(Repository<T> repository, Versioned<T> stored, T erased) {
        if (!erased.equals(stored.value())) {
            anythingErased = true;
            repository.update(erased, stored.version());
        }
    }

    private static RecordQuery of(Repository<?> repository, OrderId order) {
        return repository.query().where("order_id", order.value());
    }
}
