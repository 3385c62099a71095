package io.orderweave.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identity of a journal entry. */
public record EntryId(@JsonValue String value) implements Comparable<EntryId> {

    @JsonCreator
    public EntryId {
        Identity.check("entry id", value);
    }

    @Override
    public int compareTo(EntryId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
