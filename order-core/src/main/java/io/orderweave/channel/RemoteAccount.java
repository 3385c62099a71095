package io.orderweave.channel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.orderweave.id.Identity;

/** The account at the outside system as it names itself; two connections onto one account are refused. */
public record RemoteAccount(@JsonValue String value) implements Comparable<RemoteAccount> {

    @JsonCreator
    public RemoteAccount {
        Identity.check("remote account", value);
    }

    @Override
    public int compareTo(RemoteAccount other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
