package io.orderweave.connectors.allegro;

import io.orderweave.connector.OfferRef;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * One command to be given: what it is, its id and the offers it is about. The id is made of the batch's key and of what the command
 * says, so that a repeated batch gives the same commands and Allegro takes each once.
 */
record AllegroOfferCommand(Kind kind, UUID id, AllegroOfferCommandDto body, List<OfferRef> offers) {

    /** Allegro takes up to 1000 offers in a command; a batch is smaller, since each of its values may be a command of its own. */
    static final int BATCH = 200;

    /** Each has a resource of its own. */
    enum Kind {
        QUANTITY("offer-quantity-change-commands"),
        PRICE("offer-price-change-commands"),
        PUBLICATION("offer-publication-commands");

        private final String resource;

        Kind(String resource) {
            this.resource = resource;
        }

        String resource() {
            return resource;
        }
    }

    static UUID id(String key, String says) {
        return UUID.nameUUIDFromBytes((key + "/" + says).getBytes(StandardCharsets.UTF_8));
    }

    static List<String> ids(List<OfferRef> offers) {
        return offers.stream().map(OfferRef::id).distinct().toList();
    }
}
