package io.orderweave.connectors.allegro;

import io.orderweave.connection.Checkpoint;
import io.orderweave.http.JsonCheckpoint;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the orders of an account were read.
 *
 * @param eventId of the last event whose order is in a batch; absent while the journal has none
 * @param reconciledAt when the last comparison with the list began, ISO 8601
 * @param listing where a walk over the list is; absent while the journal is read
 */
record AllegroCheckpoint(
        @Nullable String eventId,
        String reconciledAt,
        @Nullable Listing listing) {

    private static final String FEED = "the Allegro feed";
    private static final int VERSION = 1;

    /**
     * A walk over the list, in the order of {@code updatedAt}.
     *
     * @param since forms updated from here on, ISO 8601
     * @param skip of these the first, already read
     * @param begunAt when the walk began, ISO 8601
     */
    record Listing(String since, int skip, String begunAt) {

        static Listing from(Instant since, Instant now) {
            return new Listing(since.toString(), 0, now.toString());
        }
    }

    static AllegroCheckpoint parse(Checkpoint checkpoint) {
        AllegroCheckpoint parsed = JsonCheckpoint.read(checkpoint, FEED, VERSION, AllegroCheckpoint.class);
        try {
            Instant.parse(parsed.reconciledAt());
            return parsed;
        } catch (DateTimeException | NullPointerException e) {
            throw JsonCheckpoint.damaged(FEED, e);
        }
    }

    Checkpoint toCheckpoint() {
        return JsonCheckpoint.write(this, FEED, VERSION);
    }

    AllegroCheckpoint afterEvent(String id) {
        return new AllegroCheckpoint(id, reconciledAt, listing);
    }

    AllegroCheckpoint walking(Listing walk) {
        return new AllegroCheckpoint(eventId, reconciledAt, walk);
    }

    /** The walk is over. */
    AllegroCheckpoint walked(Listing walk) {
        return new AllegroCheckpoint(eventId, walk.begunAt(), null);
    }
}
