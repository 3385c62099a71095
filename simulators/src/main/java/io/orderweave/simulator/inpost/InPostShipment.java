package io.orderweave.simulator.inpost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One shipment as InPost keeps it. Guarded by the state store. */
final class InPostShipment {

    static final String CREATED = "created";
    static final String OFFER_SELECTED = "offer_selected";
    static final String CONFIRMED = "confirmed";
    static final String CANCELED = "canceled";

    long id;

    /** What was sent, as it was sent. */
    ObjectNode request = Json.object();

    String status = CREATED;

    @Nullable
    String trackingNumber;

    Instant createdAt = Instant.EPOCH;

    /** Since when it waits for what comes next by itself, and how often it was asked about since. */
    Instant waitsSince = Instant.EPOCH;

    int polls;

    /** The purchase failed: it will never be confirmed. */
    boolean failed;

    /** A test moved it: it does not go on by itself. */
    boolean byHand;

    int labels;
    final List<StatusChange> history = new ArrayList<>();

    record StatusChange(String status, Instant at) {}

    void move(String to, Instant at) {
        status = to;
        waitsSince = at;
        polls = 0;
        history.add(new StatusChange(to, at));
    }

    void confirm(Instant at) {
        trackingNumber = String.format(Locale.ROOT, "520000%018d", id * 7_919);
        move(CONFIRMED, at);
    }

    boolean isLocker() {
        return service().startsWith("inpost_locker_");
    }

    String service() {
        return request.path("service").asText();
    }

    String reference() {
        return request.path("reference").asText("");
    }

    BigDecimal cashOnDelivery() {
        return request.path("cod").path("amount").decimalValue();
    }

    Instant updatedAt() {
        return history.isEmpty() ? createdAt : history.get(history.size() - 1).at();
    }
}
