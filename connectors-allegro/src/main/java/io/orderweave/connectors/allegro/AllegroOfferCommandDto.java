package io.orderweave.connectors.allegro;

import io.orderweave.connectors.allegro.AllegroCheckoutFormDto.Price;
import io.orderweave.connectors.allegro.AllegroCheckoutFormDto.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One change of many offers: of their quantity or price, or of their publication. */
record AllegroOfferCommandDto(
        @Nullable Modification modification, @Nullable Publication publication, List<Criterium> offerCriteria) {

    /** The change of a number; the two kinds of command name their parts differently. */
    sealed interface Modification {}

    /** {@code changeType} FIXED or GAIN; without it Allegro refuses. */
    record Quantity(String changeType, int value) implements Modification {}

    /** {@code marketplaceId} absent for the offer's base marketplace. */
    record FixedPrice(String type, Price price, @Nullable String marketplaceId) implements Modification {}

    /** ACTIVATE or END. */
    record Publication(String action) {}

    record Criterium(String type, List<Reference> offers) {}

    static AllegroOfferCommandDto fixedQuantity(int value, List<String> offerIds) {
        return new AllegroOfferCommandDto(new Quantity("FIXED", value), null, of(offerIds));
    }

    static AllegroOfferCommandDto fixedPrice(Price price, @Nullable String marketplaceId, List<String> offerIds) {
        return new AllegroOfferCommandDto(new FixedPrice("FIXED_PRICE", price, marketplaceId), null, of(offerIds));
    }

    static AllegroOfferCommandDto activate(List<String> offerIds) {
        return new AllegroOfferCommandDto(null, new Publication("ACTIVATE"), of(offerIds));
    }

    private static List<Criterium> of(List<String> offerIds) {
        return List.of(new Criterium(
                "CONTAINS_OFFERS", offerIds.stream().map(Reference::new).toList()));
    }
}
