package io.orderweave.connectors.allegro;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.http.LenientJson;
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

    private static final int VERSION = 1;
    private static final int LONGEST = 10_000;

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
        if (checkpoint.version() != VERSION) {
            throw new OrderweaveException(
                    FaultCategory.NEWER_SCHEMA,
                    "the Allegro feed's checkpoint has version " + checkpoint.version() + ", this connector knows "
                            + VERSION);
        }
        try {
            AllegroCheckpoint parsed = LenientJson.mapper().readValue(checkpoint.value(), AllegroCheckpoint.class);
            Instant.parse(parsed.reconciledAt());
            return parsed;
        } catch (JsonProcessingException | DateTimeException | NullPointerException e) {
            throw new OrderweaveException(FaultCategory.INTERNAL, "the Allegro feed's checkpoint is damaged", e);
        }
    }

    Checkpoint toCheckpoint() {
        try {
            return new Checkpoint(VERSION, withinBounds(LenientJson.mapper().writeValueAsString(this)));
        } catch (JsonProcessingException e) {
            throw new OrderweaveException(FaultCategory.INTERNAL, "the Allegro feed's checkpoint cannot be written", e);
        }
    }

    /** Ids and moments in it are Allegro's, as they came. */
    private static String withinBounds(String checkpoint) {
        if (checkpoint.length() > LONGEST) {
            throw OutsideFault.of(
                            FaultCategory.CONTRACT,
                            Reached.NO,
                            "allegro: an event's id or an order's moment is too long")
                    .build();
        }
        return checkpoint;
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
