package io.orderweave.simulator.allegro;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Json;
import java.time.Instant;

/**
 * One event of the order journal.
 *
 * @param order the order as the event showed it when it happened
 */
record JournalEvent(long id, String type, Instant occurredAt, ObjectNode order) {

    ObjectNode shown() {
        ObjectNode event = Json.object().put("id", Long.toString(id));
        event.set("order", order);
        return event.put("type", type).put("occurredAt", Json.millis(occurredAt));
    }
}
