package io.orderweave.order;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.money.Money;
import io.orderweave.value.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** How the buyer chose to pay. */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutablePaymentTerms.class)
public interface PaymentTerms {

    /** When the money is due. */
    enum Timing {
        /** Before dispatch. */
        PREPAID,
        /** On delivery or collection. */
        ON_DELIVERY,
        /** After dispatch, on a due date. */
        DEFERRED
    }

    Timing timing();

    /** The channel's term for the payment method. */
    Optional<String> term();

    /** The shop's own code of the method, by the connection's dictionary; absent when it has no translation. */
    Optional<String> method();

    /** What the courier must collect; only with ON_DELIVERY. */
    Optional<Money> collectOnDelivery();

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link PaymentTerms}. */
    final class Builder extends ImmutablePaymentTerms.Builder {
        Builder() {}
    }
}
