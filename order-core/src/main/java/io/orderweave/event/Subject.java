package io.orderweave.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.orderweave.connection.ConnectionId;
import io.orderweave.id.DocumentId;
import io.orderweave.id.OrderId;
import io.orderweave.id.TransactionId;

/**
 * What a change, journal entry or effect is about.
 *
 * @param kind for example {@code order}
 * @param id its identity within the kind
 */
public record Subject(String kind, String id) {

    public static final String ORDER = "order";
    public static final String DOCUMENT = "document";
    public static final String TRANSACTION = "transaction";
    public static final String CONNECTION = "connection";
    public static final String CONFIGURATION = "configuration";

    public static Subject of(OrderId order) {
        return new Subject(ORDER, order.value());
    }

    public static Subject of(DocumentId document) {
        return new Subject(DOCUMENT, document.value());
    }

    public static Subject of(TransactionId transaction) {
        return new Subject(TRANSACTION, transaction.value());
    }

    public static Subject of(ConnectionId connection) {
        return new Subject(CONNECTION, connection.value());
    }

    public static Subject configuration(String name) {
        return new Subject(CONFIGURATION, name);
    }

    /** Parses {@code kind/id}. */
    @JsonCreator
    public static Subject parse(String text) {
        int slash = text.indexOf('/');
        if (slash <= 0 || slash == text.length() - 1) {
            throw new IllegalArgumentException("a subject is kind/id, not: " + text);
        }
        return new Subject(text.substring(0, slash), text.substring(slash + 1));
    }

    /** For example {@code order/0193...}. */
    @Override
    @JsonValue
    public String toString() {
        return kind + "/" + id;
    }
}
