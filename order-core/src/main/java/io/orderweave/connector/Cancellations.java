package io.orderweave.connector;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.id.LineId;
import io.orderweave.order.CancellationReason;
import java.util.Set;

/** Tells the channel what the seller cannot deliver, where a cancellation is more than a status. */
public interface Cancellations {

    /** The reasons this channel has a term for. */
    Set<CancellationReason> reasons();

    /**
     * Cancels whole lines, those that are not cancelled yet. A channel that cancels only whole orders refuses lines before anything
     * is sent, and never cancels the order instead.
     *
     * @return never {@link WriteAnswer.Accepted}; {@link WriteAnswer.Rejected} names every line that the channel refused, and the
     *     others are cancelled nevertheless
     */
    WriteAnswer cancel(Cancellation cancellation);

    /** Whether everything named is cancelled. */
    Lookup find(Cancellation cancellation);

    /**
     * What to cancel.
     *
     * @param lines the lines; empty for the whole order
     */
    record Cancellation(String externalId, Set<LineId> lines, CancellationReason reason) {

        public Cancellation {
            lines = Set.copyOf(lines);
        }
    }
}
