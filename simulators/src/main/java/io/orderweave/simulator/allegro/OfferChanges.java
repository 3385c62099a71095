package io.orderweave.simulator.allegro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Ids;
import io.orderweave.simulator.internal.Json;
import java.time.Instant;

/** Changes an offer and writes the journal of offers; whoever wants it: an edit, a command, a buyer, the seller. */
final class OfferChanges {

    private final AllegroSettings settings;

    OfferChanges(AllegroSettings settings) {
        this.settings = settings;
    }

    void stock(AllegroState state, Offer offer, int available) {
        ((ObjectNode) offer.document.path("stock")).put("available", available);
        happened(state, offer, "OFFER_STOCK_CHANGED");
        if (available == 0 && offer.status().equals(Offer.ACTIVE)) {
            publish(state, offer, Offer.ENDED);
            publication(offer).put("endedBy", "EMPTY_STOCK");
        }
    }

    /** Sets the price on a marketplace; the base one is where the offer was listed first. */
    void price(AllegroState state, Offer offer, String marketplace, JsonNode price) {
        JsonNode place = marketplace.equals(offer.baseMarketplace())
                ? offer.document
                : offer.document.path("additionalMarketplaces").path(marketplace);
        ((ObjectNode) place.path("sellingMode")).set("price", price.deepCopy());
        offer.priceWrites.add(marketplace + " " + price.path("amount").asText() + " "
                + price.path("currency").asText());
        happened(state, offer, "OFFER_PRICE_CHANGED");
    }

    /** The seller activates or ends an offer. */
    void publish(AllegroState state, Offer offer, String status) {
        boolean ended = status.equals(Offer.ENDED);
        publication(offer).put("status", status).put("endedBy", ended ? "USER" : null);
        happened(state, offer, status.equals(Offer.ACTIVE) ? "OFFER_ACTIVATED" : "OFFER_ENDED");
    }

    /** What a buyer takes, as far as it is there. */
    void sell(AllegroState state, JsonNode line) {
        Offer offer = state.offers.get(line.at("/offer/id").asText());
        if (offer != null && offer.available() > 0) {
            stock(
                    state,
                    offer,
                    Math.max(0, offer.available() - line.path("quantity").intValue()));
        }
    }

    void happened(AllegroState state, Offer offer, String type) {
        Instant now = settings.clock().instant();
        offer.document.put("updatedAt", Json.millis(now));
        String id = Ids.hex(settings.seed(), "offer event", state.next(), 16);
        state.offerEvents.add(new OfferEvent(id, type, offer.id(), now));
    }

    private static ObjectNode publication(Offer offer) {
        return (ObjectNode) offer.document.path("publication");
    }
}
