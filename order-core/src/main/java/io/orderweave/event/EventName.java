package io.orderweave.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Stable name and version of a kind of event.
 *
 * @param name lower case, feature first, for example {@code document.issued}
 * @param version of the event's shape, from 1
 */
public record EventName(String name, int version) {

    public EventName {
        if (!name.matches("[a-z]+(\\.[a-z-]+)+") || version < 1) {
            throw new IllegalArgumentException("not an event name and version: " + name + "/" + version);
        }
    }

    /** Parses {@code document.issued/1}. */
    @JsonCreator
    public static EventName parse(String text) {
        int slash = text.lastIndexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("not an event name and version: " + text);
        }
        return new EventName(text.substring(0, slash), Integer.parseInt(text.substring(slash + 1)));
    }

    /** For example {@code document.issued/1}. */
    @Override
    @JsonValue
    public String toString() {
        return name + "/" + version;
    }
}
