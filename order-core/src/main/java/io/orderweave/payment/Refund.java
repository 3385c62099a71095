package io.orderweave.payment;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.id.OrderId;
import io.orderweave.id.PaymentId;
import io.orderweave.money.Money;
import io.orderweave.value.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Money that the channel shall pay back to the buyer: what a host asks for by {@link Payments#refund}. One {@link #reference} of one
 * order is one refund, however often it is asked for.
 */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutableRefund.class)
public interface Refund {

    int LONGEST_REFERENCE = 100;

    OrderId order();

    /** The payment that is paid back; one that came by the channel. */
    PaymentId payment();

    RefundReason reason();

    /** For what, at least one; all of one currency. */
    List<RefundPart> parts();

    /** The host's own id of this intent, 1 to 100 characters: the number of a return, of a complaint. No personal data. */
    String reference();

    /** For the buyer, where the channel passes it on. */
    @Value.Redacted
    Optional<String> comment();

    /** What is paid back in all. */
    default Money total() {
        return parts().stream().map(RefundPart::amount).reduce(Money::plus).orElseThrow();
    }

    /** Whether the other asks for the same; what is said to the buyer of it is no part of that. */
    default boolean asksTheSameAs(Refund other) {
        return order().equals(other.order())
                && payment().equals(other.payment())
                && reason() == other.reason()
                && parts().equals(other.parts())
                && reference().equals(other.reference());
    }

    @Value.Check
    default void check() {
        if (reference().isBlank() || reference().length() > LONGEST_REFERENCE) {
            throw new IllegalArgumentException("the reference of a refund is 1 to " + LONGEST_REFERENCE
                    + " characters, not " + reference().length());
        }
        if (parts().isEmpty()) {
            throw new IllegalArgumentException("refund " + reference() + " names nothing to pay back");
        }
        if (parts().stream().map(part -> part.amount().currency()).distinct().count() > 1) {
            throw new IllegalArgumentException("refund " + reference() + " is in more than one currency");
        }
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Refund}s. */
    final class Builder extends ImmutableRefund.Builder {
        Builder() {}
    }
}
