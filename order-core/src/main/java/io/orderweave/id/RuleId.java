package io.orderweave.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identity of a rule within its rule set, chosen by the host. */
public record RuleId(@JsonValue String value) implements Comparable<RuleId> {

    @JsonCreator
    public RuleId {
        Identity.check("rule id", value);
    }

    @Override
    public int compareTo(RuleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
