package io.orderweave.channel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.orderweave.id.Identity;

/** A storefront of a channel, for example allegro-cz; an attribute of an order, never part of its identity. */
public record Storefront(@JsonValue String value) implements Comparable<Storefront> {

    @JsonCreator
    public Storefront {
        Identity.check("storefront", value);
    }

    @Override
    public int compareTo(Storefront other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
