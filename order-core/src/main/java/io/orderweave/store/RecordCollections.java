package io.orderweave.store;

import java.util.List;
import java.util.stream.Stream;

/** The collections the library keeps. An adapter creates a table, or the like, for each of {@link #all()}. */
public final class RecordCollections {

    /** Orders. {@code external_ref} is the order's identity at its channel; {@code references} are payment references. */
    public static final RecordCollection ORDERS = RecordCollection.of(
            "orders",
            IndexField.uniqueText("external_ref"),
            IndexField.text("number"),
            IndexField.text("connection"),
            IndexField.text("status"),
            IndexField.text("phase"),
            IndexField.text("payment_state"),
            IndexField.text("shipping_state"),
            IndexField.text("document_state"),
            IndexField.number("placed_at"),
            IndexField.texts("line_refs"),
            IndexField.texts("payment_refs"),
            IndexField.texts("tags"));

    /** Orders moved aside, found by the same fields, and by the ids of the journal {@code entries} that went with them. */
    public static final RecordCollection ARCHIVED_ORDERS = new RecordCollection(
            "archived_orders",
            Stream.concat(ORDERS.indexes().stream(), Stream.of(IndexField.texts("entries")))
                    .toList());

    public static final RecordCollection PAYMENTS =
            RecordCollection.of("payments", IndexField.text("order_id"), IndexField.text("transaction_id"));

    /** Bank transactions. {@code replay_key} makes one payment notified twice one transaction. */
    public static final RecordCollection BANK_TRANSACTIONS = RecordCollection.of(
            "bank_transactions",
            IndexField.uniqueText("replay_key"),
            IndexField.text("match_state"),
            IndexField.number("received_at"));

    public static final RecordCollection SHIPMENTS = RecordCollection.of(
            "shipments",
            IndexField.text("order_id"),
            IndexField.text("connection"),
            IndexField.text("tracking_number"),
            IndexField.text("tracking_open"),
            IndexField.text("label"));

    /** Issued documents. {@code number_key} is seller, kind and number: a number is never used twice. */
    public static final RecordCollection DOCUMENTS = RecordCollection.of(
            "documents",
            IndexField.text("order_id"),
            IndexField.uniqueText("number_key"),
            IndexField.number("issued_at"),
            IndexField.texts("payment_refs"));

    /** Decisions of the rule engine in which a rule fired, by the journal entry that caused them. */
    public static final RecordCollection DECISIONS =
            RecordCollection.of("decisions", IndexField.text("subject"), IndexField.text("entry_id"));

    /** Versions of configuration: rule sets, status catalogues, maps, dictionaries, sellers, connections. */
    public static final RecordCollection CONFIGURATION = RecordCollection.of("configuration", IndexField.text("kind"));

    public static final RecordCollection CHECKPOINTS = RecordCollection.of("checkpoints");

    /** Access and refresh tokens of connections. */
    public static final RecordCollection TOKENS = RecordCollection.of("tokens");

    /** What came in and could not be read, with its raw document and the reason. */
    public static final RecordCollection QUARANTINE = RecordCollection.of(
            "quarantine", IndexField.text("connection"), IndexField.text("state"), IndexField.text("raw"));

    /** Terms of outside systems that no map or dictionary translates. */
    public static final RecordCollection UNMAPPED_TERMS =
            RecordCollection.of("unmapped_terms", IndexField.text("connection"));

    private static final List<RecordCollection> ALL = List.of(
            ORDERS,
            ARCHIVED_ORDERS,
            PAYMENTS,
            BANK_TRANSACTIONS,
            SHIPMENTS,
            DOCUMENTS,
            DECISIONS,
            CONFIGURATION,
            CHECKPOINTS,
            TOKENS,
            QUARANTINE,
            UNMAPPED_TERMS);

    private RecordCollections() {}

    public static List<RecordCollection> all() {
        return ALL;
    }
}
