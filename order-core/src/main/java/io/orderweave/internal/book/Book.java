package io.orderweave.internal.book;

import io.orderweave.channel.ExternalRef;
import io.orderweave.document.Document;
import io.orderweave.document.DocumentChain;
import io.orderweave.id.IdSource;
import io.orderweave.id.OrderId;
import io.orderweave.intake.UnmappedTerm;
import io.orderweave.internal.json.Upcasts;
import io.orderweave.order.Order;
import io.orderweave.payment.Payment;
import io.orderweave.rule.Decision;
import io.orderweave.shipment.Shipment;
import io.orderweave.store.IndexValue;
import io.orderweave.store.Stores;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The stores, typed: one repository for each collection. */
public final class Book {

    private final Stores stores;
    private final Clock clock;
    private final IdSource ids;
    private final Repository<OrderRecord> orders;
    private final Archive archive;
    private final Repository<Payment> payments;
    private final Repository<TransactionRecord> transactions;
    private final Repository<Shipment> shipments;
    private final Repository<DocumentRecord> documents;
    private final Repository<Decision> decisions;
    private final Repository<ConfigurationRecord> configuration;
    private final Repository<CheckpointRecord> checkpoints;
    private final Repository<TokenRecord> tokens;
    private final Repository<QuarantineRecord> quarantine;
    private final Repository<UnmappedTerm> unmappedTerms;

    public Book(Stores stores, Clock clock, IdSource ids) {
        this.stores = stores;
        this.clock = clock;
        this.ids = ids;
        this.orders = new Repository<>(stores.records(), RecordTypes.ORDERS);
        this.archive =
                new Archive(stores.journal(), orders, new Repository<>(stores.records(), RecordTypes.ARCHIVED_ORDERS));
        this.payments = new Repository<>(stores.records(), RecordTypes.PAYMENTS);
        this.transactions = new Repository<>(stores.records(), RecordTypes.TRANSACTIONS);
        this.shipments = new Repository<>(stores.records(), RecordTypes.SHIPMENTS);
        this.documents = new Repository<>(stores.records(), RecordTypes.DOCUMENTS);
        this.decisions = new Repository<>(stores.records(), RecordTypes.DECISIONS);
        this.configuration = new Repository<>(stores.records(), RecordTypes.CONFIGURATION);
        this.checkpoints = new Repository<>(stores.records(), RecordTypes.CHECKPOINTS);
        this.tokens = new Repository<>(stores.records(), RecordTypes.TOKENS);
        this.quarantine = new Repository<>(stores.records(), RecordTypes.QUARANTINE);
        this.unmappedTerms = new Repository<>(stores.records(), RecordTypes.UNMAPPED_TERMS);
    }

    public Stores stores() {
        return stores;
    }

    /** Now, to the microsecond: what every store keeps. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public Clock clock() {
        return clock;
    }

    /** A new identity. */
    public String newId() {
        return ids.next();
    }

    public Repository<OrderRecord> orders() {
        return orders;
    }

    /** Orders moved aside. */
    public Archive archive() {
        return archive;
    }

    /** The order, wherever it lies. */
    public Optional<Order> findOrder(OrderId id) {
        return orders.find(id.value())
                .or(() -> archive.orders().find(id.value()).map(ArchivedOrder::record))
                .map(OrderRecord::order);
    }

    /** The orders that have one of the values, wherever they lie. */
    public List<Order> ordersWith(String field, IndexValue... values) {
        // In this order: one that is moved aside meanwhile is in one of them, one that comes back takes its unique
        // place.
        List<OrderRecord> found = new ArrayList<>(orders.find(orders.query().where(field, values)));
        archive.orders().find(archive.orders().query().where(field, values)).stream()
                .map(ArchivedOrder::record)
                .forEach(found::add);
        return found.stream().map(OrderRecord::order).toList();
    }

    public Repository<Payment> payments() {
        return payments;
    }

    public Repository<TransactionRecord> transactions() {
        return transactions;
    }

    public Repository<Shipment> shipments() {
        return shipments;
    }

    /** The shipments of one order, oldest first. */
    public List<Shipment> shipmentsOf(OrderId order) {
        return shipments.find(shipments.query().where("order_id", order.value())).stream()
                .sorted(Comparator.comparing(Shipment::createdAt).thenComparing(Shipment::id))
                .toList();
    }

    public Repository<DocumentRecord> documents() {
        return documents;
    }

    /** The documents of one order, oldest first. Read after the order in the same transaction: what issues one changes the order. */
    public DocumentChain documentsOf(OrderId order) {
        return new DocumentChain(documents.find(documents.query().where("order_id", order.value())).stream()
                .map(DocumentRecord::document)
                .sorted(Comparator.comparing(Document::issuedAt).thenComparing(Document::id))
                .toList());
    }

    public Repository<Decision> decisions() {
        return decisions;
    }

    public Repository<ConfigurationRecord> configuration() {
        return configuration;
    }

    public Repository<CheckpointRecord> checkpoints() {
        return checkpoints;
    }

    public Repository<TokenRecord> tokens() {
        return tokens;
    }

    public Repository<QuarantineRecord> quarantine() {
        return quarantine;
    }

    /** How older shapes of an order are read. */
    public static Upcasts orderShapes() {
        return RecordTypes.ORDER;
    }

    /** Identity of a channel's line within its account, as orders are found by it. */
    public static String lineRef(ExternalRef ref, String line) {
        return RecordTypes.lineRef(ref, line);
    }

    /** Counts a term that nothing translates. */
    public void report(UnmappedTerm term) {
        long times = unmappedTerms
                .find(RecordTypes.id(term))
                .map(UnmappedTerm::times)
                .orElse(0L);
        unmappedTerms.put(
                new UnmappedTerm(term.connection(), term.kind(), term.term(), term.lastSeen(), times + term.times()));
    }

    public Repository<UnmappedTerm> unmappedTerms() {
        return unmappedTerms;
    }
}
