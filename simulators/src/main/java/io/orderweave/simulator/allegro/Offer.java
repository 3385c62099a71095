package io.orderweave.simulator.allegro;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Json;
import java.util.ArrayList;
import java.util.List;

/** One offer: the document as it is answered, and what was written to it. Guarded by the state store. */
final class Offer {

    static final String ACTIVE = "ACTIVE";
    static final String ENDED = "ENDED";

    ObjectNode document = Json.object();
    final List<Integer> stockWrites = new ArrayList<>();

    /** As {@code allegro-pl 12.50 PLN}. */
    final List<String> priceWrites = new ArrayList<>();

    String id() {
        return document.path("id").textValue();
    }

    int available() {
        return document.at("/stock/available").intValue();
    }

    String status() {
        return document.at("/publication/status").asText();
    }

    String baseMarketplace() {
        return document.at("/publication/marketplaces/base/id").asText();
    }
}
