package io.orderweave.connector;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.WriteAnswer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells the channel what the seller says to a return. */
public interface ReturnDecisions {

    /** What a seller can say. */
    enum Verdict {
        ACCEPTED,
        REJECTED,
        /** Repaired and sent back. */
        REPAIRED,
        /** Replaced by another piece. */
        REPLACED,
        /** The seller asks the buyer first. */
        TO_BE_CLARIFIED
    }

    /** The verdicts this channel takes. */
    Set<Verdict> supported();

    /**
     * Tells the verdict, unless the channel has it. Of one that is not {@link #supported}, or wants a reason or message that is
     * missing, nothing is sent.
     *
     * @return {@link WriteAnswer.Rejected} also for such a verdict and for a return that is not there; never
     *     {@link WriteAnswer.Accepted}
     */
    WriteAnswer decide(ReturnDecision decision);

    /** Whether the channel has this verdict; another one is not found. */
    Lookup find(ReturnDecision decision);

    /**
     * A verdict.
     *
     * @param returnId the channel's id of the return
     * @param items the ids of the items it is about; empty for all
     * @param reason the channel's term, where it wants one
     * @param message for the buyer, where the channel wants or takes one; personal
     */
    record ReturnDecision(
            String returnId, List<String> items, Verdict verdict, Optional<String> reason, Optional<String> message) {

        public ReturnDecision {
            items = List.copyOf(items);
        }

        @Override
        public String toString() {
            return "ReturnDecision[" + returnId + ", " + items + ", " + verdict + ", " + reason + "]";
        }
    }
}
