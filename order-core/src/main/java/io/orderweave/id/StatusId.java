package io.orderweave.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identity of an order status, chosen by the host. */
public record StatusId(@JsonValue String value) implements Comparable<StatusId> {

    @JsonCreator
    public StatusId {
        Identity.check("status id", value);
    }

    @Override
    public int compareTo(StatusId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
