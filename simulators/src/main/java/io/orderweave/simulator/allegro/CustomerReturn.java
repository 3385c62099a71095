package io.orderweave.simulator.allegro;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Json;
import java.time.Instant;

/** One return that a buyer announced, as it is answered. Guarded by the state store. */
final class CustomerReturn {

    ObjectNode document = Json.object();

    String id() {
        return document.path("id").textValue();
    }

    Instant createdAt() {
        return Instant.parse(document.path("createdAt").textValue());
    }

    boolean isRejected() {
        return document.path("rejection").isObject();
    }
}
