package io.orderweave.connector;

import io.orderweave.id.ChargeId;
import io.orderweave.id.LineId;
import io.orderweave.money.Money;
import io.orderweave.value.ValueStyle;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.immutables.value.Value;

/** Money to be paid back for an order. */
@Value.Immutable
@ValueStyle
public interface RefundRequest {

    /** The same for every attempt at this refund, and of no other. */
    UUID key();

    /** The channel's id of the order. */
    String externalId();

    /** The channel's id of the payment that is paid back. */
    Optional<String> payment();

    RefundReason reason();

    /** For what, at least one. */
    List<Part> parts();

    /** For the buyer. */
    @Value.Redacted
    Optional<String> comment();

    /** What is paid back in all. */
    default Money total() {
        return parts().stream().map(Part::amount).reduce(Money::plus).orElseThrow();
    }

    @Value.Check
    default void check() {
        if (parts().isEmpty()) {
            throw new IllegalArgumentException("a refund of order " + externalId() + " names nothing to pay back");
        }
    }

    /** One part of it. */
    sealed interface Part {

        /** More than zero. */
        Money amount();
    }

    /**
     * Whole pieces of a line.
     *
     * @param amount what the buyer paid for them
     */
    record Pieces(LineId line, int quantity, Money amount) implements Part {}

    /** A part of a line's price, whatever its pieces. */
    record PartOfLine(LineId line, Money amount) implements Part {}

    /** A charge or a part of one. */
    record OfCharge(ChargeId charge, Money amount) implements Part {}

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link RefundRequest}s. */
    final class Builder extends ImmutableRefundRequest.Builder {
        Builder() {}
    }
}
