package io.orderweave.channel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.orderweave.id.Identity;

/** Identity of a sales channel or other outside system kind, for example allegro. */
public record ChannelId(@JsonValue String value) implements Comparable<ChannelId> {

    @JsonCreator
    public ChannelId {
        Identity.check("channel id", value);
    }

    @Override
    public int compareTo(ChannelId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
