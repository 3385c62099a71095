package io.orderweave.simulator.kaufland;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One ordered piece as Kaufland keeps it: the document as an order shows it, and what was written to it. Guarded by the state store. */
final class OrderUnit {

    static final String OPEN = "open";
    static final String NEED_TO_BE_SENT = "need_to_be_sent";
    static final String SENT = "sent";
    static final String CANCELLED = "cancelled";
    static final String RETURNED = "returned";
    static final String RETURNED_PAID = "returned_paid";

    /** Those of pieces that have left the seller and stayed with the buyer. */
    static final Set<String> AWAY = Set.of(SENT, "sent_and_autopaid", "received");

    long id;
    ObjectNode document = Json.object();
    final List<ParcelEntry> parcels = new ArrayList<>();
    final List<RefundEntry> refunds = new ArrayList<>();

    String status() {
        return document.path("status").asText();
    }

    String updatedAt() {
        return document.path("ts_updated_iso").asText();
    }

    /** What the buyer was charged for it, in cents. */
    long charged() {
        return document.path("price").asLong() + document.path("shipping_rate").asLong();
    }

    long refunded() {
        return refunds.stream().mapToLong(RefundEntry::amount).sum();
    }

    void become(String status, Instant now) {
        document.put("status", status);
        touched(now);
    }

    void touched(Instant now) {
        document.put("ts_updated_iso", Json.seconds(now));
    }
}
