package io.orderweave.simulator.merchantpro;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One order as the shop keeps it: the document with its lines, and what was written to it. Guarded by the state store. */
final class ShopOrder {

    static final String LINES = "line_items";

    /** The field of tracking numbers; its name comes from one client's comment only. UNCONFIRMED. */
    static final String TRACKING = "shipping_awb";

    String id = "";
    ObjectNode document = Json.object();
    final List<String> tags = new ArrayList<>();

    /** Every status that the API set, in order. */
    final List<String> actions = new ArrayList<>();

    /** Every text that the API wrote into the tracking field, in order. */
    final List<String> trackingWrites = new ArrayList<>();

    int invoices;
    int lineReplacements;

    /** How often a write was refused, by error name. */
    final Map<String, Integer> refusals = new TreeMap<>();

    String shippingStatus() {
        return document.path("shipping_status").asText();
    }

    String paymentStatus() {
        return document.path("payment_status").asText();
    }

    ArrayNode lines() {
        return document.withArray(LINES);
    }

    /** The tracking numbers there are now, whoever entered them. */
    List<String> trackingNumbers() {
        return Arrays.stream(document.path(TRACKING).asText("").split(",", -1))
                .map(String::strip)
                .filter(number -> !number.isEmpty())
                .toList();
    }

    void set(String field, String value, Instant now, ZoneId zone) {
        document.put(field, value);
        touch(now, zone);
    }

    /** Every change moves {@code date_modified}. */
    void touch(Instant now, ZoneId zone) {
        document.put("date_modified", OrderWriter.moment(now, zone));
    }

    void refused(String name) {
        refusals.merge(name, 1, Integer::sum);
    }
}
