package io.orderweave.connector;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.payment.RefundReason;
import java.util.Set;

/** Has the channel pay money back to the buyer. Moves real money: the engine never sends a request twice without {@link #find}. */
public interface Refunds {

    /** The reasons this channel has a term for. */
    Set<RefundReason> reasons();

    /**
     * Pays back.
     *
     * @return {@link WriteAnswer.Rejected} before anything is sent for what the channel cannot do, for example a refund of cash on
     *     delivery
     */
    WriteAnswer refund(RefundRequest request);

    /** How far a refund is that was accepted. */
    WriteAnswer resume(String handle, RefundRequest request);

    /** Whether the channel has the refund. */
    Lookup find(RefundRequest request);
}
