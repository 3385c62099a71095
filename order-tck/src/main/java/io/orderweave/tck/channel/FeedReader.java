package io.orderweave.tck.channel;

import io.orderweave.connection.Checkpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a feed as the engine does: what a batch brings is saved together with its checkpoint, and the next goes on from there.
 *
 * @param <I> an item of a batch
 */
final class FeedReader<I> {

    private static final int MOST_POLLS = 100;

    private Optional<Checkpoint> at = Optional.empty();

    /** A feed of any facet. */
    @FunctionalInterface
    interface Feed<I> {

        Page<I> poll(Optional<Checkpoint> from, int limit);
    }

    /** A batch of any facet. */
    record Page<I>(List<I> items, Checkpoint next, boolean more) {}

    /** One batch, saved. */
    Page<I> readOne(Feed<I> feed, int limit) {
        Page<I> page = feed.poll(at, limit);
        at = Optional.of(page.next());
        return page;
    }

    /** Everything there is. */
    List<I> readAll(Feed<I> feed, int limit) {
        List<I> items = new ArrayList<>();
        for (int polls = 0; polls < MOST_POLLS; polls++) {
            Page<I> page = readOne(feed, limit);
            items.addAll(page.items());
            if (!page.more()) {
                return items;
            }
        }
        throw new AssertionError("the feed still has more after " + MOST_POLLS + " polls");
    }

    Optional<Checkpoint> checkpoint() {
        return at;
    }
}
