package io.orderweave.internal.book;

import io.orderweave.connection.ConnectionId;
import java.time.Instant;

/**
 * A term of an outside system that nothing translates.
 *
 * @param kind {@code status}, {@code payment} or {@code delivery}
 */
public record UnmappedTerm(ConnectionId connection, String kind, String term, Instant lastSeen, long times) {

    String id() {
        String text = connection + "|" + kind + "|" + term;
        return text.length() <= 200 ? text : text.substring(0, 180) + "#" + Integer.toHexString(text.hashCode());
    }
}
