package io.orderweave.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identity of a number series, chosen by the host. */
public record SeriesId(@JsonValue String value) implements Comparable<SeriesId> {

    @JsonCreator
    public SeriesId {
        Identity.check("series id", value);
    }

    @Override
    public int compareTo(SeriesId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
