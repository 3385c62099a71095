package io.orderweave.simulator.merchantpro;

import io.orderweave.simulator.internal.ValueStyle;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/** One line of an order ({@code line_items[]}): a product, or a discount, which is a line too. Immutable. */
@Value.Immutable
@ValueStyle
public interface MerchantProLine {

    /** {@code product}; of discounts {@code promo_cart}, {@code promo_product}, {@code discount} or {@code coupon}. */
    @Value.Default
    default String itemType() {
        return "product";
    }

    /** Absent for discounts. */
    Optional<String> productId();

    Optional<String> sku();

    Optional<String> ean();

    String name();

    @Value.Default
    default BigDecimal quantity() {
        return BigDecimal.ONE;
    }

    /** Gross, of one piece; negative for a discount. */
    BigDecimal price();

    /** The gross price before a promotion. */
    Optional<BigDecimal> regularPrice();

    /** Percent. */
    @Value.Default
    default BigDecimal taxPercent() {
        return BigDecimal.valueOf(21);
    }

    static Builder builder() {
        return new Builder();
    }

    /** So many pieces of a product with the seller's own number. */
    static MerchantProLine of(String productId, String sku, String name, int quantity, String price) {
        return builder()
                .productId(productId)
                .sku(sku)
                .name(name)
                .quantity(BigDecimal.valueOf(quantity))
                .price(new BigDecimal(price))
                .build();
    }

    /**
     * A discount.
     *
     * @param amount gross, positive
     */
    static MerchantProLine discount(String itemType, String name, String amount) {
        return builder()
                .itemType(itemType)
                .name(name)
                .price(new BigDecimal(amount).negate())
                .build();
    }

    /** Builds {@link MerchantProLine}s. */
    final class Builder extends ImmutableMerchantProLine.Builder {
        Builder() {}
    }
}
