package io.orderweave.simulator.allegro;

import io.orderweave.simulator.internal.ValueStyle;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** One bought offer ({@code lineItems[]}); prices are gross, per piece, in the order's currency. Immutable. */
@Value.Immutable
@ValueStyle
public interface AllegroLine {

    String offerId();

    String name();

    /** The seller's own number for the offer, {@code offer.external.id}; many sellers leave it out. */
    Optional<String> sku();

    @Value.Default
    default int quantity() {
        return 1;
    }

    /** What the buyer pays per piece, after the seller's discounts; at most two decimals. */
    BigDecimal price();

    /** The price before discounts; the same as {@link #price()} when not given. */
    Optional<BigDecimal> originalPrice();

    /** {@code tax.rate}, such as {@code 23.00}; without it the whole {@code tax} is null, as real orders have it. */
    Optional<String> taxRate();

    /** {@code discounts[].type}, such as {@code BUNDLE} or {@code COUPON}. */
    List<String> discounts();

    /** The bottle deposit per piece. */
    Optional<BigDecimal> deposit();

    @Value.Check
    default void check() {
        if (quantity() < 1) {
            throw new IllegalArgumentException("At least one piece is bought: " + quantity());
        }
    }

    static Builder builder() {
        return new Builder();
    }

    /** So many pieces of an offer with the seller's own number. */
    static AllegroLine of(String offerId, String sku, String name, int quantity, String price) {
        return builder()
                .offerId(offerId)
                .sku(sku)
                .name(name)
                .quantity(quantity)
                .price(new BigDecimal(price))
                .build();
    }

    /** Builds {@link AllegroLine}s. */
    final class Builder extends ImmutableAllegroLine.Builder {
        Builder() {}
    }
}
