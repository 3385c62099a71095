package io.orderweave.simulator.allegro;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A change of many offers that was registered, and how it went. Guarded by the state store. */
final class OfferCommand {

    String id = "";
    String kind = "";
    ObjectNode wanted = Json.object();
    Instant createdAt = Instant.EPOCH;

    @Nullable
    Instant completedAt;

    final List<String> offers = new ArrayList<>();

    /** The error code of each offer that was dealt with; empty where all went well. */
    final Map<String, String> results = new LinkedHashMap<>();

    static String key(String kind, String id) {
        return kind + "/" + id;
    }
}
