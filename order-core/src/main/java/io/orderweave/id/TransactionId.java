package io.orderweave.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identity of a bank transaction. */
public record TransactionId(@JsonValue String value) implements Comparable<TransactionId> {

    @JsonCreator
    public TransactionId {
        Identity.check("transaction id", value);
    }

    @Override
    public int compareTo(TransactionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
