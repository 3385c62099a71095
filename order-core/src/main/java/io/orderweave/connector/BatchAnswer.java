package io.orderweave.connector;

import io.orderweave.connection.WriteAnswer;
import java.time.Duration;
import java.util.Map;

/** How a channel answered a batch: each item by itself. Faults are exceptions and say nothing of any item. */
public sealed interface BatchAnswer {

    /**
     * Every item is decided.
     *
     * @param items {@link WriteAnswer.Applied}, {@link WriteAnswer.AlreadyApplied} or {@link WriteAnswer.Rejected} for each item sent
     *     and for no other; an offer that the channel does not know is rejected and keeps no other from being changed
     */
    record Finished(Map<OfferRef, WriteAnswer> items) implements BatchAnswer {

        public Finished {
            items = Map.copyOf(items);
        }
    }

    /**
     * Taken, not finished. It is never sent again but looked after by its handle.
     *
     * @param handle opaque, kept before anything else happens
     * @param lookAgainAfter when to ask again
     * @param giveUpAfter from now; later the outcome is in doubt
     */
    record Accepted(String handle, Duration lookAgainAfter, Duration giveUpAfter) implements BatchAnswer {}
}
