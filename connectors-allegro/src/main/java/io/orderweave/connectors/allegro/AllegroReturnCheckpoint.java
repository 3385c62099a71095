package io.orderweave.connectors.allegro;

import io.orderweave.connection.Checkpoint;
import io.orderweave.http.JsonCheckpoint;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the returns of an account were read.
 *
 * @param seenUntil returns announced before are known, ISO 8601
 * @param readAgainAt when those known were last read again, ISO 8601
 * @param walk where a walk over the list is; absent between two
 */
record AllegroReturnCheckpoint(
        String seenUntil, String readAgainAt, @Nullable Walk walk) {

    private static final String FEED = "the Allegro return feed";
    private static final int VERSION = 1;

    /**
     * A walk over the returns announced in a span of time that is over: the list's order is not documented, but what is in it does
     * not change while it is walked.
     *
     * @param since ISO 8601
     * @param until ISO 8601
     * @param skip of these the first, already read
     * @param again whether it also brings again what is known
     */
    record Walk(String since, String until, int skip, boolean again) {

        static Walk over(Instant since, Instant until, boolean again) {
            return new Walk(since.toString(), until.toString(), 0, again);
        }

        Walk past(int read) {
            return new Walk(since, until, skip + read, again);
        }
    }

    static AllegroReturnCheckpoint parse(Checkpoint checkpoint) {
        AllegroReturnCheckpoint parsed = JsonCheckpoint.read(checkpoint, FEED, VERSION, AllegroReturnCheckpoint.class);
        try {
            Instant.parse(parsed.seenUntil());
            Instant.parse(parsed.readAgainAt());
            return parsed;
        } catch (DateTimeException | NullPointerException e) {
            throw JsonCheckpoint.damaged(FEED, e);
        }
    }

    Checkpoint toCheckpoint() {
        return JsonCheckpoint.write(this, FEED, VERSION);
    }

    AllegroReturnCheckpoint walking(Walk next) {
        return new AllegroReturnCheckpoint(seenUntil, readAgainAt, next);
    }

    AllegroReturnCheckpoint walked(Walk over) {
        return new AllegroReturnCheckpoint(over.until(), over.again() ? over.until() : readAgainAt, null);
    }
}
