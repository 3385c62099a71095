package io.orderweave.order;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.id.LineId;
import io.orderweave.money.Money;
import io.orderweave.money.VatRate;
import io.orderweave.value.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** One ordered product. */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutableOrderLine.class)
public interface OrderLine {

    /**
     * The channel's own line id where it has one, the same whenever the order is read, and no other order's of the account: a joint
     * payment is recognised by it.
     */
    LineId id();

    /** The channel's id of the offer. */
    Optional<String> offerId();

    /** The seller's own product number. */
    Optional<String> sku();

    Optional<String> ean();

    String name();

    /** Pieces ordered, at least 1. */
    int quantity();

    /** What the buyer pays for one piece, VAT included, after the seller's discounts. */
    Money unitPrice();

    /** The price of one piece before discounts, VAT included. */
    Optional<Money> originalUnitPrice();

    /** Absent when the channel did not say. */
    Optional<VatRate> vatRate();

    default Money total() {
        return unitPrice().times(quantity());
    }

    @Value.Check
    default void check() {
        if (quantity() < 1) {
            throw new IllegalArgumentException(
                    "line " + id() + " has quantity " + quantity() + "; it must be at least 1");
        }
        if (name().isBlank()) {
            throw new IllegalArgumentException("line " + id() + " has no name");
        }
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link OrderLine}s. */
    final class Builder extends ImmutableOrderLine.Builder {
        Builder() {}
    }
}
