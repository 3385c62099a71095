package io.orderweave.order;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.party.Party;
import io.orderweave.value.ValueStyle;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** Where and how the order is delivered. */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutableDelivery.class)
public interface Delivery {

    /** Whom to ship to; absent while the channel does not know yet. */
    Optional<Party> recipient();

    /** The channel's term for the delivery method (an id where it has one). */
    Optional<String> term();

    /** The channel's name of the method, for people. */
    Optional<String> termName();

    /** The shop's own code of the method, by the connection's dictionary; absent when it has no translation. */
    Optional<String> method();

    Optional<PickupPoint> pickupPoint();

    /** Latest dispatch promised to the buyer. */
    Optional<Instant> dispatchBy();

    /** Latest delivery promised to the buyer. */
    Optional<Instant> deliverBy();

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Delivery}s. */
    final class Builder extends ImmutableDelivery.Builder {
        Builder() {}
    }
}
