package io.orderweave.connectors.kaufland;

import io.orderweave.connection.Checkpoint;
import io.orderweave.http.RawJson;
import io.orderweave.http.Suspects;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Walks over a list of what was updated since some moment, and reads each thing it names. Lists are newest first and have no end
 * bound: while we walk, new rows push the others down, so that some come twice, and one that is updated may jump over our place, so
 * that it is missed. The next walk therefore looks back behind the beginning of this one; what it lists again unchanged is not read
 * again, and a walk of one page with nothing new leaves the place where it is: a poll with nothing new costs one request and no
 * write.
 *
 * @param <T> an item of the feed
 */
final class KauflandWindow<T> {

    /** Kaufland tells seconds; within this time of a change another one could bear the same second, clocks being what they are. */
    private static final Duration FRESHNESS = Duration.ofSeconds(10);

    /** Bound the checkpoint. What is seen beyond, or at no moment that can be read, is read again, which does no harm. */
    private static final int MOST_SEEN = 900;

    private static final int LONGEST_MOMENT = 40;

    private final Listing listing;
    private final Reader<T> reader;
    private final KauflandConfig config;
    private final Clock clock;
    private final Suspects suspects = new Suspects("Kaufland");

    KauflandWindow(Listing listing, Reader<T> reader, KauflandConfig config, Clock clock) {
        this.listing = listing;
        this.reader = reader;
        this.config = config;
        this.clock = clock;
    }

    /** A list at Kaufland. */
    interface Listing {

        /** What the call is named in faults. */
        String call();

        RawJson page(String since, int offset, int limit);

        /** The field of a row that holds its id. */
        String idField();

        /** The field of a row that tells when it was updated. */
        String updatedField();
    }

    /** Reads what a list names. */
    interface Reader<T> extends Suspects.Reader<T> {

        /** A row without an id. */
        T unidentified(String madeUpId, RawJson row);
    }

    /** One page, read. */
    record Batch<T>(List<T> items, Checkpoint next, boolean more) {}

    Batch<T> poll(Optional<Checkpoint> from, int limit) {
        int size = Math.max(1, Math.min(limit, config.feed().pageSize()));
        Instant now = clock.instant();
        KauflandCheckpoint checkpoint = from.map(KauflandCheckpoint::parse)
                .map(known -> known.skip() > 0 ? known : begun(known, now))
                .orElseGet(() -> begun(now.minus(config.feed().history()), now));
        List<RawJson> rows = KauflandRows.of(listing.page(checkpoint.since(), checkpoint.skip(), size), listing.call());
        List<T> items = new ArrayList<>();
        Map<String, String> page = named(rows, items);
        Map<String, String> changed = new LinkedHashMap<>(page);
        changed.entrySet()
                .removeIf(row -> !row.getValue().isEmpty()
                        && row.getValue().equals(checkpoint.seen().get(row.getKey())));
        boolean all = rows.size() < size;
        if (from.isPresent() && checkpoint.skip() == 0 && all && changed.isEmpty() && items.isEmpty()) {
            return new Batch<>(List.of(), from.get(), false);
        }
        items.addAll(suspects.readAll(changed.keySet(), reader));
        return all
                ? new Batch<>(items, walked(checkpoint, page, now).toCheckpoint(), false)
                : new Batch<>(items, further(checkpoint, page, now, rows.size()).toCheckpoint(), true);
    }

    private static KauflandCheckpoint begun(Instant since, Instant now) {
        return new KauflandCheckpoint(seconds(since), now.toString(), 0, Map.of());
    }

    private static KauflandCheckpoint begun(KauflandCheckpoint rested, Instant now) {
        return new KauflandCheckpoint(rested.since(), now.toString(), 0, rested.seen());
    }

    /** The rows to serve, by id: when each was updated, nothing where that cannot be read. One without an id becomes an item at once. */
    private Map<String, String> named(List<RawJson> rows, List<T> items) {
        Map<String, String> named = new LinkedHashMap<>();
        for (RawJson row : rows) {
            String id = row.text(listing.idField());
            if (!KauflandId.isValid(id)) {
                items.add(reader.unidentified(KauflandId.orUnidentified(id, Arrays.hashCode(row.bytes())), row));
            } else if (config.serves(row.text("storefront"))) {
                named.put(id, moment(row));
            }
        }
        return named;
    }

    private String moment(RawJson row) {
        String text = row.text(listing.updatedField());
        boolean readable = text.length() <= LONGEST_MOMENT
                && KauflandParts.readableMoment(text).isPresent();
        return readable ? text : "";
    }

    /** The walk goes on; rows of this page are remembered because some may come again on the next. */
    private KauflandCheckpoint further(KauflandCheckpoint walk, Map<String, String> page, Instant now, int rows) {
        Map<String, String> seen = seen(walk, page, now, page::containsKey);
        return new KauflandCheckpoint(walk.since(), walk.begunAt(), walk.skip() + rows, seen);
    }

    /** The walk is over; the next looks back behind its beginning. */
    private KauflandCheckpoint walked(KauflandCheckpoint walk, Map<String, String> page, Instant now) {
        return new KauflandCheckpoint(seconds(nextSince(walk)), walk.begunAt(), 0, seen(walk, page, now, id -> false));
    }

    private Instant nextSince(KauflandCheckpoint walk) {
        Instant next = Instant.parse(walk.begunAt()).minus(config.feed().overlap());
        Instant since = Instant.parse(walk.since());
        return next.isAfter(since) ? next : since;
    }

    private Map<String, String> seen(
            KauflandCheckpoint walk, Map<String, String> page, Instant now, Predicate<String> always) {
        Instant since = nextSince(walk);
        Map<String, String> seen = new HashMap<>();
        page.forEach((id, updated) -> note(seen, id, remembered(walk, id, updated, now), since, always));
        walk.seen().forEach((id, updated) -> {
            if (!page.containsKey(id)) {
                note(seen, id, updated, since, always);
            }
        });
        return seen;
    }

    private static void note(
            Map<String, String> seen, String id, String remembered, Instant since, Predicate<String> always) {
        Optional<Instant> updated = updatedAt(remembered);
        boolean comesAgain = updated.isPresent() && !updated.get().isBefore(since);
        if ((comesAgain || always.test(id)) && seen.size() < MOST_SEEN) {
            seen.put(id, remembered);
        }
    }

    /** A second reading of the same state settles it, as does one that came long enough after the change. */
    private static String remembered(KauflandCheckpoint walk, String id, String updated, Instant now) {
        boolean before = updated.equals(walk.seen().getOrDefault(id, "").replace(KauflandCheckpoint.FRESH, ""));
        boolean late = updatedAt(updated)
                .map(moment -> moment.plus(FRESHNESS).isBefore(now))
                .orElse(true);
        return before || late ? updated : KauflandCheckpoint.FRESH + updated;
    }

    private static Optional<Instant> updatedAt(String remembered) {
        String text = remembered.startsWith(KauflandCheckpoint.FRESH) ? remembered.substring(1) : remembered;
        return KauflandParts.readableMoment(text);
    }

    /** The list takes moments without fractions. */
    private static String seconds(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
