package io.orderweave.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Short identity of an effect, for people and logs; the business key is the effect key. */
public record EffectId(@JsonValue String value) implements Comparable<EffectId> {

    @JsonCreator
    public EffectId {
        Identity.check("effect id", value);
    }

    @Override
    public int compareTo(EffectId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
