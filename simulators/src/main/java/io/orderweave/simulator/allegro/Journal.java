package io.orderweave.simulator.allegro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Writes and reads the order journal: ids are microseconds of the clock, ever rising, kept for sixty days. */
final class Journal {

    static final Set<String> TYPES = Set.of(
            "BOUGHT",
            "FILLED_IN",
            "READY_FOR_PROCESSING",
            "BUYER_CANCELLED",
            "FULFILLMENT_STATUS_CHANGED",
            "BUYER_MODIFIED",
            "AUTO_CANCELLED");

    private static final Duration RETENTION = Duration.ofDays(60);

    private final String sellerId;

    Journal(String sellerId) {
        this.sellerId = sellerId;
    }

    void write(AllegroState state, CheckoutForm form, String type, Instant now, AllegroEventDelivery delivery) {
        switch (delivery) {
            case ONCE -> append(state, form, type, now);
            case LOST -> {}
            case TWICE -> {
                append(state, form, type, now);
                append(state, form, type, now);
            }
            case OUT_OF_ORDER -> insertFirst(state, form, type, now);
        }
    }

    List<JournalEvent> after(AllegroState state, long from, Set<String> types, int limit, Instant now) {
        Instant oldest = now.minus(RETENTION);
        return state.events.tailMap(from, false).values().stream()
                .filter(event -> !event.occurredAt().isBefore(oldest))
                .filter(event -> types.isEmpty() || types.contains(event.type()))
                .limit(limit)
                .toList();
    }

    private void append(AllegroState state, CheckoutForm form, String type, Instant now) {
        state.lastEventId = Math.max(state.lastEventId + 1, micros(now));
        put(state, state.lastEventId, form, type, now);
    }

    private void insertFirst(AllegroState state, CheckoutForm form, String type, Instant now) {
        long id = state.events.values().stream()
                        .filter(event -> formId(event).equals(form.id))
                        .mapToLong(JournalEvent::id)
                        .min()
                        .orElse(micros(now))
                - 1;
        while (state.events.containsKey(id)) {
            id--;
        }
        state.lastEventId = Math.max(state.lastEventId, id);
        put(state, id, form, type, now);
    }

    private void put(AllegroState state, long id, CheckoutForm form, String type, Instant now) {
        state.events.put(id, new JournalEvent(id, type, now, order(form.document)));
    }

    private static String formId(JournalEvent event) {
        return event.order().path("checkoutForm").path("id").textValue();
    }

    private static long micros(Instant moment) {
        return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), 1_000_000L), moment.getNano() / 1_000L);
    }

    private ObjectNode order(ObjectNode document) {
        ObjectNode order = Json.object();
        order.putObject("seller").put("id", sellerId);
        order.set("buyer", copy(document.path("buyer"), "id", "email", "login", "guest", "preferences"));
        ArrayNode lines = order.putArray("lineItems");
        for (JsonNode line : document.path("lineItems")) {
            ObjectNode shown = copy(line, "id", "offer", "quantity", "originalPrice", "price", "boughtAt");
            shown.set("offer", copy(line.path("offer"), "id", "name", "external"));
            lines.add(shown);
        }
        order.set("checkoutForm", copy(document, "id", "revision"));
        order.set("marketplace", document.path("marketplace").deepCopy());
        return order;
    }

    private static ObjectNode copy(JsonNode from, String... fields) {
        ObjectNode copy = Json.object();
        for (String field : fields) {
            copy.set(field, from.path(field).deepCopy());
        }
        return copy;
    }
}
