package io.orderweave.simulator.merchantpro;

import io.orderweave.simulator.internal.ValueStyle;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A product of the shop; with variants, only these have stock and price. Immutable. */
@Value.Immutable
@ValueStyle
public interface MerchantProProduct {

    String name();

    /** The product's own number, or what its variants' numbers begin with. */
    String sku();

    Optional<String> ean();

    Optional<String> description();

    /** Gross; of a product with variants not shown. */
    @Value.Default
    default BigDecimal price() {
        return new BigDecimal("100");
    }

    @Value.Default
    default int stock() {
        return 10;
    }

    /** {@code categories[].name}. */
    List<String> categories();

    /** Addresses of pictures. */
    List<String> images();

    /** What tells variants from each other, the name of an option. */
    @Value.Default
    default String optionName() {
        return "Culoare";
    }

    List<Variant> variants();

    static Builder builder() {
        return new Builder();
    }

    /**
     * One of several of a product.
     *
     * @param option what tells it from the others, the value of the option
     * @param price gross
     */
    record Variant(String sku, String ean, String option, int stock, BigDecimal price) {}

    /** Builds {@link MerchantProProduct}s. */
    final class Builder extends ImmutableMerchantProProduct.Builder {
        Builder() {}
    }
}
