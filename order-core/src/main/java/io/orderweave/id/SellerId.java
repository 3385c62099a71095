package io.orderweave.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identity of a seller, chosen by the host. */
public record SellerId(@JsonValue String value) implements Comparable<SellerId> {

    @JsonCreator
    public SellerId {
        Identity.check("seller id", value);
    }

    @Override
    public int compareTo(SellerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
