package io.orderweave.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Who did it.
 *
 * @param kind what sort of actor
 * @param name which one: the operator's id in the host, the rule, the connection; never personal data
 */
public record Actor(Kind kind, String name) {

    /** The closed set of actors. */
    public enum Kind {
        /** A person using the host's screens. */
        OPERATOR,
        /** The host's own code. */
        HOST,
        /** A sales channel through its connection. */
        CHANNEL,
        COURIER,
        BANK,
        RULE,
        /** An effect whose answer was folded. */
        EFFECT,
        TIMER,
        /** The library itself. */
        SYSTEM
    }

    public static Actor operator(String name) {
        return new Actor(Kind.OPERATOR, name);
    }

    public static Actor host(String name) {
        return new Actor(Kind.HOST, name);
    }

    public static Actor system() {
        return new Actor(Kind.SYSTEM, "orderweave");
    }

    /** Parses {@code operator:anna}. */
    @JsonCreator
    public static Actor parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("an actor is kind:name, not: " + text);
        }
        return new Actor(
                Kind.valueOf(text.substring(0, colon).toUpperCase(java.util.Locale.ROOT)), text.substring(colon + 1));
    }

    /** For example {@code operator:anna}. */
    @Override
    @JsonValue
    public String toString() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + name;
    }
}
