package io.orderweave.intake;

import io.orderweave.connection.ConnectionId;
import java.time.Instant;

/** A term of an outside system that no status map and no dictionary translates: reported, never guessed. */
public record UnmappedTerm(ConnectionId connection, Kind kind, String term, Instant lastSeen, long times) {

    /** What the term is for. */
    public enum Kind {
        STATUS,
        PAYMENT_METHOD,
        DELIVERY_METHOD
    }
}
