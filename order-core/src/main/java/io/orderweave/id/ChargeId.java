package io.orderweave.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identity of a charge within its order. */
public record ChargeId(@JsonValue String value) implements Comparable<ChargeId> {

    @JsonCreator
    public ChargeId {
        Identity.check("charge id", value);
    }

    @Override
    public int compareTo(ChargeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
