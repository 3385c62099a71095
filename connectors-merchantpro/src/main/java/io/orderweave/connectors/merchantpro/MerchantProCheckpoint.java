package io.orderweave.connectors.merchantpro;

import io.orderweave.connection.Checkpoint;
import io.orderweave.http.JsonCheckpoint;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far a list was read.
 *
 * @param dialect the word of the filter the shop understood last; absent before
 * @param walkedOn the day on which the last walk that came to its end began, UTC; absent before the first
 * @param comparedAt when the last walk over the whole window began, ISO 8601
 * @param known what such walks saw: the second of the last change by id; not all, only what the next walk may meet again
 * @param walk where a walk is that has not come to its end
 */
record MerchantProCheckpoint(
        @Nullable String dialect,
        @Nullable String walkedOn,
        String comparedAt,
        SortedMap<String, Long> known,
        @Nullable Walk walk) {

    private static final String FEED = "the MerchantPro feed";
    private static final int VERSION = 1;

    /**
     * A walk over the list, latest first.
     *
     * @param since the first day asked for
     * @param whole whether all is told again, whatever is known
     * @param next the query of the page it is at
     * @param seen as {@code known}, of this walk
     */
    record Walk(String since, String begunAt, boolean whole, String next, SortedMap<String, Long> seen) {}

    static MerchantProCheckpoint beginning(Instant now) {
        return new MerchantProCheckpoint(null, null, now.toString(), new TreeMap<>(), null);
    }

    static MerchantProCheckpoint parse(Checkpoint checkpoint) {
        MerchantProCheckpoint parsed = JsonCheckpoint.read(checkpoint, FEED, VERSION, MerchantProCheckpoint.class);
        try {
            parsed.check();
            return parsed;
        } catch (DateTimeException | NullPointerException e) {
            throw JsonCheckpoint.damaged(FEED, e);
        }
    }

    private void check() {
        Instant.parse(comparedAt);
        known.values().forEach(Objects::requireNonNull);
        if (walkedOn != null) {
            LocalDate.parse(walkedOn);
        }
        if (walk != null) {
            Instant.parse(walk.begunAt());
            LocalDate.parse(walk.since());
            walk.seen().values().forEach(Objects::requireNonNull);
            Objects.requireNonNull(walk.next());
        }
    }

    Checkpoint toCheckpoint() {
        return JsonCheckpoint.write(this, FEED, VERSION);
    }

    /** The shop understood the dialect; a walk begins. */
    MerchantProCheckpoint speaking(MerchantProDialect understood) {
        return new MerchantProCheckpoint(understood.word(), walkedOn, comparedAt, known, null);
    }

    /** A walk is there, or none. */
    MerchantProCheckpoint walking(@Nullable Walk at) {
        return new MerchantProCheckpoint(dialect, walkedOn, comparedAt, known, at);
    }

    /**
     * The walk came to its end.
     *
     * @param on the day it began
     * @param first what changed before is remembered no more
     */
    MerchantProCheckpoint walked(Walk ended, String on, Instant first) {
        TreeMap<String, Long> remembered = new TreeMap<>(known);
        remembered.putAll(ended.seen());
        remembered.values().removeIf(second -> second < first.getEpochSecond());
        return new MerchantProCheckpoint(
                dialect, on, ended.whole() ? ended.begunAt() : comparedAt, MerchantProRows.newest(remembered), null);
    }

    /** Whether a walk that came to its end has seen that state. */
    boolean knows(Map.Entry<String, Long> state) {
        return state.getValue().equals(known.get(state.getKey()));
    }
}
