package io.orderweave.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identity of a document. */
public record DocumentId(@JsonValue String value) implements Comparable<DocumentId> {

    @JsonCreator
    public DocumentId {
        Identity.check("document id", value);
    }

    @Override
    public int compareTo(DocumentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
