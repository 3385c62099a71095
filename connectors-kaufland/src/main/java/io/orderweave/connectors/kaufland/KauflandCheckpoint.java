package io.orderweave.connectors.kaufland;

import io.orderweave.connection.Checkpoint;
import io.orderweave.http.JsonCheckpoint;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;

/**
 * How far orders or returns were read: a walk over the list of what was updated since some moment.
 *
 * @param since from when on, ISO 8601
 * @param begunAt when the walk began, ISO 8601
 * @param skip rows of the list already read; 0 before the first
 * @param seen what was read of what the next walk will list again, by id: when it was updated, as Kaufland writes it; with
 *     {@link #FRESH} before it when it was read so soon after that it may have changed once more within the same second
 */
record KauflandCheckpoint(String since, String begunAt, int skip, Map<String, String> seen) {

    static final String FRESH = "?";

    private static final String FEED = "the Kaufland feed";
    private static final int VERSION = 1;

    static KauflandCheckpoint parse(Checkpoint checkpoint) {
        KauflandCheckpoint parsed = JsonCheckpoint.read(checkpoint, FEED, VERSION, KauflandCheckpoint.class);
        try {
            Instant.parse(parsed.since());
            Instant.parse(parsed.begunAt());
            return new KauflandCheckpoint(parsed.since(), parsed.begunAt(), parsed.skip(), Map.copyOf(parsed.seen()));
        } catch (DateTimeException | NullPointerException e) {
            throw JsonCheckpoint.damaged(FEED, e);
        }
    }

    Checkpoint toCheckpoint() {
        return JsonCheckpoint.write(this, FEED, VERSION);
    }
}
