package io.orderweave.connectors.allegro;

import static io.orderweave.http.JsonParts.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.http.UnknownWords;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Allegro marks an order with, for rules. The flags are listed in docs/connectors/allegro.md. */
final class AllegroFlags {

    private static final String SMART = "smart";
    private static final String FULFILLED_BY_ALLEGRO = "fulfilled-by-allegro";
    private static final String DELIVERY_WITHDRAWN = "delivery-withdrawn";

    private static final String SELLER = "SELLER";
    private static final String ALLEGRO = "ALLEGRO";

    private final UnknownWords unknown = new UnknownWords("Allegro");

    Set<String> of(AllegroCheckoutFormDto form) {
        Set<String> flags = new HashSet<>();
        if (isFulfilledByAllegro(form.fulfillment())) {
            flags.add(FULFILLED_BY_ALLEGRO);
        }
        AllegroCheckoutFormDto.Delivery delivery = form.delivery();
        if (delivery != null && Boolean.TRUE.equals(delivery.smart())) {
            flags.add(SMART);
        }
        if (delivery != null
                && delivery.cancellation() != null
                && text(delivery.cancellation().date()).isPresent()) {
            flags.add(DELIVERY_WITHDRAWN);
        }
        return flags;
    }

    /** Whether Allegro's warehouse ships the order (One Fulfillment): a parcel of the seller's would be a second one. */
    static boolean isFulfilledByAllegro(JsonNode form) {
        return form.path("fulfillment").path("provider").path("id").asText().equals(ALLEGRO);
    }

    private boolean isFulfilledByAllegro(AllegroCheckoutFormDto.@Nullable Fulfillment fulfillment) {
        String provider = fulfillment == null || fulfillment.provider() == null
                ? SELLER
                : text(fulfillment.provider().id()).orElse(SELLER);
        if (!provider.equals(SELLER) && !provider.equals(ALLEGRO)) {
            unknown.note("fulfillment provider", provider);
        }
        return provider.equals(ALLEGRO);
    }
}
