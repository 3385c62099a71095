package io.orderweave.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identity of a recorded decision. */
public record DecisionId(@JsonValue String value) implements Comparable<DecisionId> {

    @JsonCreator
    public DecisionId {
        Identity.check("decision id", value);
    }

    @Override
    public int compareTo(DecisionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
