package io.orderweave.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identity of an order in the book; given by the library, never by a channel. */
public record OrderId(@JsonValue String value) implements Comparable<OrderId> {

    @JsonCreator
    public OrderId {
        Identity.check("order id", value);
    }

    @Override
    public int compareTo(OrderId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
