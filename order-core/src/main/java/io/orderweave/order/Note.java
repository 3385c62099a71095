package io.orderweave.order;

import io.orderweave.event.Actor;
import java.time.Instant;

/**
 * A note on the order.
 *
 * @param text as written; may hold personal data and is not printed
 * @param audience who it is for
 */
public record Note(String text, Audience audience, Actor author, Instant at) {

    /** Who reads a note. */
    public enum Audience {
        /** The shop's people. */
        INTERNAL,
        /** The host's AI assistant; the library sends it nowhere. */
        AI_ASSISTANT,
        /** What the buyer wrote to the shop. */
        FROM_BUYER
    }

    @Override
    public String toString() {
        return "Note[" + audience + ", " + author + ", " + at + "]";
    }
}
