package io.orderweave.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identity of an order line within its order; stays the same when the channel changes the line. */
public record LineId(@JsonValue String value) implements Comparable<LineId> {

    @JsonCreator
    public LineId {
        Identity.check("line id", value);
    }

    @Override
    public int compareTo(LineId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
