package io.orderweave.tck.channel;

import java.time.Duration;

/**
 * Returns at the channel, scripted. Implemented by the author of a connector that claims {@link Facet#RETURN_FEED} or
 * {@link Facet#RETURN_DECISIONS}, and by no other; called as {@link ChannelServer} is.
 */
public interface ScriptedReturns {

    /**
     * The buyer announces, now, that so many pieces of the product come back. Whatever must come before, such as the parcel's
     * delivery, happens too; after it the seller can decide.
     *
     * @param line a product of the order
     * @return the return's id at the channel
     */
    String announce(String externalId, TestOrder.Line line, int quantity);

    /** The buyer hands the parcel over; the channel tells its number. At most once for each return. */
    void dispatch(String returnId, String trackingNumber);

    /** From now on the return's document cannot be read as a return. */
    void poison(String returnId);

    /** The return's status is a word that no documentation knows. */
    void bewitch(String returnId);

    /** An id as the channel's are, which no return has. */
    String unknownReturn();

    /** How many verdicts the channel has carried out for the return. */
    int decisions(String returnId);

    /** How long after a change the feed brings it at the latest; the kit moves the clock by as much. */
    default Duration noticedWithin() {
        return Duration.ZERO;
    }

    /** How long after the last change a poll brings nothing any more. */
    default Duration quietAfter() {
        return Duration.ofMinutes(1);
    }
}
