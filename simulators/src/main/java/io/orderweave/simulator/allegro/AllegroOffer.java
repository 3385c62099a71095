package io.orderweave.simulator.allegro;

import io.orderweave.simulator.internal.ValueStyle;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** An offer that the seller lists ({@code /sale/product-offers}). Immutable. */
@Value.Immutable
@ValueStyle
public interface AllegroOffer {

    String id();

    String name();

    /** The seller's own number, {@code external.id}. */
    Optional<String> sku();

    /** The product's {@code EAN (GTIN)}. */
    Optional<String> ean();

    /** Allegro's id of the product; absent for an offer without one. */
    Optional<String> productId();

    @Value.Default
    default String categoryId() {
        return "257931";
    }

    /** Gross, per piece, on the base marketplace; at most two decimals. */
    BigDecimal price();

    /** Pieces; an offer without any is ENDED. */
    int available();

    /** The marketplace whose currency the price is in. */
    @Value.Default
    default AllegroMarketplace marketplace() {
        return AllegroMarketplace.PL;
    }

    /** Prices on further marketplaces. */
    Map<AllegroMarketplace, BigDecimal> morePrices();

    /** HTML of the description's sections. */
    List<String> description();

    /** Addresses of the pictures. */
    List<String> images();

    /** Parameters of the product, one value each. */
    Map<String, String> parameters();

    static Builder builder() {
        return new Builder();
    }

    /** So many pieces of an offer with the seller's own number. */
    static AllegroOffer of(String id, String sku, String name, int available, String price) {
        return builder()
                .id(id)
                .sku(sku)
                .name(name)
                .available(available)
                .price(new BigDecimal(price))
                .build();
    }

    /** Builds {@link AllegroOffer}s. */
    final class Builder extends ImmutableAllegroOffer.Builder {
        Builder() {}
    }
}
