package io.orderweave.connector;

import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.RawDocument;
import java.util.List;
import java.util.Optional;

/** Brings the offers the seller has at the channel. */
public interface CatalogFeed {

    /**
     * What changed after the checkpoint, or, where the channel cannot tell, every offer again; as {@link OrderFeed#poll}. A batch
     * costs the same however many offers there are; where there are variants, each is an item.
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

        /** An offer, as it is now. */
        record Changed(ChannelOffer offer) implements Item {}

        /**
         * An offer that cannot be read.
         *
         * @param reason names the part and what was expected
         */
        record Unreadable(String id, RawDocument raw, String reason) implements Item {}
    }
}
