package io.orderweave.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identity of a quarantined item. */
public record QuarantineId(@JsonValue String value) implements Comparable<QuarantineId> {

    @JsonCreator
    public QuarantineId {
        Identity.check("quarantine id", value);
    }

    @Override
    public int compareTo(QuarantineId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
