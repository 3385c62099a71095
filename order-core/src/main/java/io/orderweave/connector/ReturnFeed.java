package io.orderweave.connector;

import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.RawDocument;
import java.util.List;
import java.util.Optional;

/** Brings new and changed returns that buyers announced at the channel. */
public interface ReturnFeed {

    /**
     * What changed after the checkpoint; as {@link OrderFeed#poll}. A return comes when it is announced and again whenever it has
     * changed, as it is then; that it may also come unchanged does no harm. With nothing new for a while a poll brings nothing, and
     * its checkpoint is the one it began with.
     */
    Batch poll(Optional<Checkpoint> from, int limit);

    /**
     * One batch.
     *
     * @param more whether to poll again at once
     */
    record Batch(List<Item> items, Checkpoint next, boolean more) {

        public Batch {
            items = List.copyOf(items);
        }
    }

    /** One item of a batch. */
    sealed interface Item {

        /** A return, as it is now. */
        record Changed(ChannelReturn changed) implements Item {}

        /**
         * A return that cannot be read.
         *
         * @param reason names the part and what was expected; no personal data
         */
        record Unreadable(String externalId, RawDocument raw, String reason) implements Item {}
    }
}
