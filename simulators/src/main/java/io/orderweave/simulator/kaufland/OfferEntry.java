package io.orderweave.simulator.kaufland;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One offer as Kaufland keeps it; Kaufland calls it a unit. Guarded by the state store. */
final class OfferEntry {

    long id;
    ObjectNode document = Json.object();
    ObjectNode product = Json.object();

    /** As it was before the latest write, and when that was: shown until the write is visible. */
    @Nullable
    ObjectNode before;

    Instant writtenAt = Instant.EPOCH;

    /** Every write, in order. */
    final List<JsonNode> writes = new ArrayList<>();

    String storefront() {
        return document.path("storefront").asText();
    }

    ObjectNode shown(Instant visibleUpTo, boolean withProduct) {
        ObjectNode old = writtenAt.isAfter(visibleUpTo) ? before : null;
        ObjectNode shown = (old == null ? document : old).deepCopy();
        if (withProduct) {
            shown.set("product", product);
        }
        return shown;
    }

    void write(ObjectNode data, Instant now) {
        before = document.deepCopy();
        writtenAt = now;
        writes.add(data.deepCopy());
        document.setAll(data);
        if (data.has("listing_price")) {
            document.set("price", data.path("listing_price"));
        }
        document.put("date_lastchange_iso", Json.millis(now));
    }
}
