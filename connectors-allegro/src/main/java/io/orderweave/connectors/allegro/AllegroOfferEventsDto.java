package io.orderweave.connectors.allegro;

import io.orderweave.connectors.allegro.AllegroCheckoutFormDto.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to offers in the last 24 hours. */
record AllegroOfferEventsDto(@Nullable List<@Nullable Event> offerEvents) {

    record Event(@Nullable String id, @Nullable Reference offer) {}
}
