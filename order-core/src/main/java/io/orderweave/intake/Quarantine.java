package io.orderweave.intake;

import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.RawDocument;
import io.orderweave.event.Actor;
import io.orderweave.id.QuarantineId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What came in and could not be read. Nothing in it blocks anything, and nothing in it is lost. Thread-safe. */
public interface Quarantine {

    /** The items nobody has settled, at most {@code limit}. */
    List<Item> open(int limit);

    Optional<Item> find(QuarantineId id);

    /** The document as it came; holds personal data. */
    Optional<RawDocument> raw(QuarantineId id);

    /**
     * Reads an order again, from its channel as it is now.
     *
     * @return whether it could be read this time
     * @throws io.orderweave.error.OrderweaveException (INVALID_REQUEST) when the item is no order, or its channel cannot be asked
     *     for one; (TRANSIENT) while the connection is being pulled
     */
    boolean retry(QuarantineId id, Actor actor);

    /** A person has seen to it; it leaves the list and is kept. */
    void dismiss(QuarantineId id, Actor actor);

    /**
     * One item.
     *
     * @param externalId its id outside
     * @param reason a code such as {@code UNREADABLE}
     * @param detail what was wrong; no personal data
     * @param times how often it came
     */
    record Item(
            QuarantineId id,
            ConnectionId connection,
            String externalId,
            String reason,
            String detail,
            Instant firstSeen,
            Instant lastSeen,
            int times) {}
}
