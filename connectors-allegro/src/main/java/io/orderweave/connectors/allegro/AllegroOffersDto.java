package io.orderweave.connectors.allegro;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the seller's offers, of which only what cannot be had from the offer itself is read. */
record AllegroOffersDto(@Nullable List<@Nullable Listed> offers) {

    record Listed(
            @Nullable String id,
            @Nullable Publication publication,
            @Nullable Stock stock) {

        /** INACTIVE, ACTIVATING, ACTIVE or ENDED. */
        @Nullable
        String status() {
            return publication == null ? null : publication.status();
        }

        @Nullable
        Integer available() {
            return stock == null ? null : stock.available();
        }
    }

    record Publication(@Nullable String status) {}

    record Stock(@Nullable Integer available) {}
}
