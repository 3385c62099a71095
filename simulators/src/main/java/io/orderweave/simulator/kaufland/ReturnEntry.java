package io.orderweave.simulator.kaufland;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One return as Kaufland keeps it. Guarded by the state store. */
final class ReturnEntry {

    long id;
    String orderId = "";
    ObjectNode document = Json.object();
    final List<ReturnUnit> units = new ArrayList<>();

    String updatedAt() {
        return document.path("ts_updated_iso").asText();
    }

    void become(String status, Instant now) {
        document.put("status", status);
        touched(now);
    }

    void touched(Instant now) {
        document.put("ts_updated_iso", Json.seconds(now));
    }

    ObjectNode shown(Set<String> embedded) {
        ObjectNode shown = document.deepCopy();
        if (embedded.contains("return_units")) {
            ArrayNode all = shown.putArray("return_units");
            units.forEach(unit -> all.add(unit.document));
        }
        return shown;
    }

    /** One piece that comes back. */
    static final class ReturnUnit {

        long id;
        long orderUnit;
        ObjectNode document = Json.object();

        /** Every verdict written, in order. */
        final List<String> verdicts = new ArrayList<>();

        String status() {
            return document.path("status").asText();
        }
    }
}
