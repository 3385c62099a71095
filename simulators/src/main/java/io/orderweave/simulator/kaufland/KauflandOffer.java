package io.orderweave.simulator.kaufland;

import io.orderweave.simulator.internal.ValueStyle;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/** An offer the seller has at a storefront; Kaufland calls it a unit. Immutable. */
@Value.Immutable
@ValueStyle
public interface KauflandOffer {

    @Value.Default
    default KauflandStorefront storefront() {
        return KauflandStorefront.DE;
    }

    /** The seller's own number. */
    Optional<String> offerId();

    String title();

    String ean();

    /** The address of the product's main picture; an invented one when not given. */
    Optional<String> picture();

    /** Gross, per piece, at most two decimals. */
    BigDecimal price();

    int amount();

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link KauflandOffer}s. */
    final class Builder extends ImmutableKauflandOffer.Builder {
        Builder() {}
    }
}
