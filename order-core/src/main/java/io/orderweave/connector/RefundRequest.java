package io.orderweave.connector;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.money.Money;
import io.orderweave.payment.RefundPart;
import io.orderweave.payment.RefundReason;
import io.orderweave.value.ValueStyle;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.immutables.value.Value;

/** Money to be paid back for an order. */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutableRefundRequest.class)
public interface RefundRequest {

    /** The same for every attempt at this refund, and of no other. */
    UUID key();

    /** The channel's id of the order. */
    String externalId();

    /** The channel's id of the payment that is paid back. */
    Optional<String> payment();

    RefundReason reason();

    /** For what, at least one. */
    List<RefundPart> parts();

    /** For the buyer. */
    @Value.Redacted
    Optional<String> comment();

    /** What is paid back in all. */
    default Money total() {
        return parts().stream().map(RefundPart::amount).reduce(Money::plus).orElseThrow();
    }

    @Value.Check
    default void check() {
        if (parts().isEmpty()) {
            throw new IllegalArgumentException("a refund of order " + externalId() + " names nothing to pay back");
        }
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link RefundRequest}s. */
    final class Builder extends ImmutableRefundRequest.Builder {
        Builder() {}
    }
}
