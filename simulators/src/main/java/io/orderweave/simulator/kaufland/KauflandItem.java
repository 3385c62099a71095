package io.orderweave.simulator.kaufland;

import io.orderweave.simulator.internal.ValueStyle;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/** What a buyer puts in the basket: each piece becomes an order unit; amounts are per piece, gross, in the storefront's currency. Immutable. */
@Value.Immutable
@ValueStyle
public interface KauflandItem {

    /** The seller's own number, {@code id_offer}; may be missing. */
    Optional<String> offerId();

    String title();

    Optional<String> ean();

    @Value.Default
    default int quantity() {
        return 1;
    }

    /** At most two decimals. */
    BigDecimal price();

    /** Of this piece; Kaufland puts the cost of delivery on units. */
    @Value.Default
    default BigDecimal shipping() {
        return BigDecimal.ZERO;
    }

    /** Percent; without it {@code vat} is null. */
    Optional<BigDecimal> vat();

    @Value.Check
    default void check() {
        if (quantity() < 1) {
            throw new IllegalArgumentException("At least one piece is bought: " + quantity());
        }
    }

    static Builder builder() {
        return new Builder();
    }

    /** So many pieces of an offer, delivery included in the price. */
    static KauflandItem of(String offerId, String title, int quantity, String price) {
        return builder()
                .offerId(offerId)
                .title(title)
                .quantity(quantity)
                .price(new BigDecimal(price))
                .vat(new BigDecimal("19"))
                .build();
    }

    /** Builds {@link KauflandItem}s. */
    final class Builder extends ImmutableKauflandItem.Builder {
        Builder() {}
    }
}
