package io.orderweave.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identity of a payment. */
public record PaymentId(@JsonValue String value) implements Comparable<PaymentId> {

    @JsonCreator
    public PaymentId {
        Identity.check("payment id", value);
    }

    @Override
    public int compareTo(PaymentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
