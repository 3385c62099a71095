package io.orderweave.connector;

import io.orderweave.connection.WriteAnswer;
import io.orderweave.order.StatusIntent;
import java.util.Optional;
import java.util.Set;

/** Tells the channel how far an order is. A status is overwritten: telling it again does no harm. */
public interface StatusUpdates {

    /** The intents this channel has a term for. */
    Set<StatusIntent> supported();

    /**
     * Tells the status, only where it differs from what the channel has.
     *
     * @return never {@link WriteAnswer.Accepted}
     */
    WriteAnswer update(StatusUpdate update);

    /**
     * What to tell.
     *
     * @param revision the channel's revision of the order as last seen
     * @param allShipped with SHIPPED: whether nothing remains to be shipped
     */
    record StatusUpdate(String externalId, Optional<String> revision, StatusIntent intent, boolean allShipped) {}
}
