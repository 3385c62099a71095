package io.orderweave.internal.book;

import io.orderweave.connection.ConnectionId;
import io.orderweave.id.QuarantineId;
import java.time.Instant;

/**
 * Something that came in and could not be read.
 *
 * @param externalId its id outside
 * @param raw SHA-256 of the document as it came
 */
public record QuarantineRecord(
        QuarantineId id,
        ConnectionId connection,
        String externalId,
        State state,
        String reason,
        String detail,
        String mediaType,
        String raw,
        Instant firstSeen,
        Instant lastSeen,
        int times) {

    /** The id of what a connection calls by that id: the same whenever it comes again. */
    public static QuarantineId idOf(ConnectionId connection, String externalId) {
        return new QuarantineId(Digest.id(connection + "/" + externalId));
    }

    /** Whether somebody still has to look at it. */
    public enum State {
        OPEN,
        /** Read in the end. */
        RESOLVED
    }
}
