package io.orderweave.connection;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.orderweave.id.Identity;

/** Identity of a connection, chosen by the host. */
public record ConnectionId(@JsonValue String value) implements Comparable<ConnectionId> {

    @JsonCreator
    public ConnectionId {
        Identity.check("connection id", value);
    }

    @Override
    public int compareTo(ConnectionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
