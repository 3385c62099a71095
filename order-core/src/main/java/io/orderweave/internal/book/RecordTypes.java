package io.orderweave.internal.book;

import io.orderweave.channel.ExternalRef;
import io.orderweave.document.Document;
import io.orderweave.id.OrderId;
import io.orderweave.intake.UnmappedTerm;
import io.orderweave.order.Axes;
import io.orderweave.order.Order;
import io.orderweave.payment.Payment;
import io.orderweave.rule.Decision;
import io.orderweave.shipment.Shipment;
import io.orderweave.store.IndexValue;
import io.orderweave.store.RecordCollections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The record types of the library and what each is found by. */
final class RecordTypes {

    static final RecordType<OrderRecord> ORDERS = new RecordType<>(
            RecordCollections.ORDERS,
            1,
            OrderRecord.class,
            record -> record.order().id().value(),
            record -> orderIndexes(record.order()));

    static final RecordType<Payment> PAYMENTS = new RecordType<>(
            RecordCollections.PAYMENTS,
            1,
            Payment.class,
            payment -> payment.id().value(),
            payment -> Map.of(
                    "order_id", text(payment.order().value()),
                    "transaction_id", text(payment.transaction().map(Object::toString))));

    static final RecordType<TransactionRecord> TRANSACTIONS = new RecordType<>(
            RecordCollections.BANK_TRANSACTIONS,
            1,
            TransactionRecord.class,
            record -> record.id().value(),
            record -> Map.of(
                    "replay_key", text(record.transaction().replayKey()),
                    "match_state", text(record.state().name()),
                    "received_at", List.of(IndexValue.of(record.transaction().receivedAt()))));

    static final RecordType<Shipment> SHIPMENTS = new RecordType<>(
            RecordCollections.SHIPMENTS,
            1,
            Shipment.class,
            shipment -> shipment.id().value(),
            shipment -> Map.of(
                    "order_id", text(shipment.order().value()),
                    "connection", text(shipment.courier().value()),
                    "tracking_number", text(shipment.trackingNumber()),
                    "tracking_open", text(shipment.status().isTerminal() ? "no" : "yes")));

    static final RecordType<DocumentRecord> DOCUMENTS = new RecordType<>(
            RecordCollections.DOCUMENTS,
            1,
            DocumentRecord.class,
            record -> record.document().id().value(),
            record -> documentIndexes(record.document()));

    static final RecordType<Decision> DECISIONS = new RecordType<>(
            RecordCollections.DECISIONS,
            1,
            Decision.class,
            decision -> decision.id().value(),
            decision -> Map.of(
                    "subject", text(decision.subject().toString()),
                    "entry_id", text(decision.entry().value())));

    static final RecordType<ConfigurationRecord> CONFIGURATION = new RecordType<>(
            RecordCollections.CONFIGURATION,
            1,
            ConfigurationRecord.class,
            ConfigurationRecord::id,
            record -> Map.of("kind", text(record.kind())));

    static final RecordType<CheckpointRecord> CHECKPOINTS = new RecordType<>(
            RecordCollections.CHECKPOINTS, 1, CheckpointRecord.class, CheckpointRecord::id, record -> Map.of());

    static final RecordType<TokenRecord> TOKENS =
            new RecordType<>(RecordCollections.TOKENS, 1, TokenRecord.class, TokenRecord::id, record -> Map.of());

    static final RecordType<QuarantineRecord> QUARANTINE = new RecordType<>(
            RecordCollections.QUARANTINE,
            1,
            QuarantineRecord.class,
            record -> record.id().value(),
            record -> Map.of(
                    "connection", text(record.connection().value()),
                    "state", text(record.state().name())));

    static final RecordType<UnmappedTerm> UNMAPPED_TERMS = new RecordType<>(
            RecordCollections.UNMAPPED_TERMS,
            1,
            UnmappedTerm.class,
            RecordTypes::id,
            term -> Map.of("connection", text(term.connection().value())));

    private RecordTypes() {}

    /** Terms are hostile text of any length: a long one is told from others by its hash. */
    static String id(UnmappedTerm term) {
        String text = term.connection() + "|" + term.kind() + "|" + term.term().strip();
        return text.length() <= 200 ? text : text.substring(0, 120) + "#" + Digest.sha256(term.term());
    }

    private static Map<String, List<IndexValue>> orderIndexes(Order order) {
        Axes axes = order.axes();
        Map<String, List<IndexValue>> indexes = new HashMap<>();
        indexes.put("external_ref", text(order.ref().map(ExternalRef::key)));
        indexes.put("number", text(order.number()));
        indexes.put("connection", text(order.connection().map(Object::toString)));
        indexes.put("status", text(order.status().value()));
        indexes.put("phase", text(order.phase().name()));
        indexes.put("payment_state", text(axes.payment().name()));
        indexes.put("shipping_state", text(axes.shipping().name()));
        indexes.put("document_state", text(axes.documents().name()));
        indexes.put("placed_at", List.of(IndexValue.of(order.placedAt())));
        indexes.put("tags", order.tags().stream().map(IndexValue::of).toList());
        // A replaced order is found neither by its lines nor by its number: the one that took its place is.
        if (order.replacedBy().isEmpty()) {
            order.ref()
                    .ifPresent(ref -> indexes.put(
                            "line_refs",
                            order.lines().stream()
                                    .map(line ->
                                            IndexValue.of(lineRef(ref, line.id().value())))
                                    .toList()));
            indexes.put(
                    "payment_refs",
                    References.numberForms(order.number()).stream()
                            .map(IndexValue::of)
                            .toList());
        }
        return indexes;
    }

    /** Identity of a channel's line within its account. */
    static String lineRef(ExternalRef ref, String line) {
        return ref.channel() + "/" + ref.account() + "/" + line;
    }

    private static Map<String, List<IndexValue>> documentIndexes(Document document) {
        List<IndexValue> references = new ArrayList<>();
        references.add(IndexValue.of(References.symbol(document.variableSymbol())));
        References.numberForms(document.number()).forEach(form -> references.add(IndexValue.of(form)));
        return Map.of(
                "order_id", text(document.order().map(OrderId::value)),
                "number_key", text(DocumentRecord.numberKey(document.seller(), document.series(), document.number())),
                "issued_at", List.of(IndexValue.of(document.issuedAt())),
                "payment_refs", references);
    }

    private static List<IndexValue> text(String value) {
        return List.of(IndexValue.of(value));
    }

    private static List<IndexValue> text(Optional<String> value) {
        return value.map(IndexValue::of).map(List::of).orElse(List.of());
    }
}
