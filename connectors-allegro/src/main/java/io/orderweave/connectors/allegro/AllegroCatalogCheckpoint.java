package io.orderweave.connectors.allegro;

import io.orderweave.connection.Checkpoint;
import io.orderweave.http.JsonCheckpoint;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the offers of an account were read.
 *
 * @param eventId the last event that was read; absent while none was
 * @param readAt when events were last read, ISO 8601; Allegro forgets them after a day
 * @param skip of the list the first offers, already read; absent while the events are followed
 */
record AllegroCatalogCheckpoint(
        @Nullable String eventId, String readAt, @Nullable Integer skip) {

    private static final String FEED = "the Allegro catalogue feed";
    private static final int VERSION = 1;

    static AllegroCatalogCheckpoint walkFrom(Instant now) {
        return new AllegroCatalogCheckpoint(null, now.toString(), 0);
    }

    static AllegroCatalogCheckpoint parse(Checkpoint checkpoint) {
        AllegroCatalogCheckpoint parsed =
                JsonCheckpoint.read(checkpoint, FEED, VERSION, AllegroCatalogCheckpoint.class);
        try {
            Instant.parse(parsed.readAt());
            return parsed;
        } catch (DateTimeException | NullPointerException e) {
            throw JsonCheckpoint.damaged(FEED, e);
        }
    }

    Checkpoint toCheckpoint() {
        return JsonCheckpoint.write(this, FEED, VERSION);
    }

    AllegroCatalogCheckpoint walked(@Nullable Integer furtherSkip) {
        return new AllegroCatalogCheckpoint(eventId, readAt, furtherSkip);
    }

    AllegroCatalogCheckpoint read(@Nullable String lastEventId, Instant now) {
        return new AllegroCatalogCheckpoint(lastEventId == null ? eventId : lastEventId, now.toString(), null);
    }
}
