package io.orderweave.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identity of a shipment. */
public record ShipmentId(@JsonValue String value) implements Comparable<ShipmentId> {

    @JsonCreator
    public ShipmentId {
        Identity.check("shipment id", value);
    }

    @Override
    public int compareTo(ShipmentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
