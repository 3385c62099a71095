package io.orderweave.connector;

import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.RawDocument;
import java.util.List;
import java.util.Optional;

/** Brings new and changed orders. */
public interface OrderFeed {

    /**
     * What changed after the checkpoint. The engine saves the items and {@link Batch#next()} in one transaction and calls again
     * from there; after a crash the same items come again, which is normal.
     *
     * @param from where the last saved batch ended; empty the first time
     * @param limit at most about this many items
     * @throws io.orderweave.connection.OutsideFault when the channel cannot be asked: the pull stops, nothing is lost
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

        /** An order, as it is now. */
        record Changed(ChannelOrder order) implements Item {}

        /** The channel no longer has the order under this id; with luck another order brings its lines. Not an error. */
        record Gone(String externalId) implements Item {}

        /**
         * An order that cannot be read: quarantined with its document.
         *
         * @param reason names the part and what was expected; no personal data
         */
        record Unreadable(String externalId, RawDocument raw, String reason) implements Item {}
    }
}
