package io.orderweave.simulator.allegro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Json;
import io.orderweave.simulator.internal.StateStore;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads of orders: the journal, the list, one form. */
final class OrdersApi {

    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern EVENT_ID = Pattern.compile("[0-9]{1,18}");
    private static final int LARGEST_OFFSET = 1_000_000;

    private final AllegroSettings settings;
    private final StateStore<AllegroState> store;
    private final Journal journal;

    OrdersApi(AllegroSettings settings, StateStore<AllegroState> store, Journal journal) {
        this.settings = settings;
        this.store = store;
        this.journal = journal;
    }

    Answer events(Call call) {
        OptionalInt limit = number(call, "limit", 100, 1, 1000);
        Set<String> types = new HashSet<>(call.query().all("type"));
        String from = call.query().first("from").orElse("0");
        if (limit.isEmpty()
                || !Journal.TYPES.containsAll(types)
                || !EVENT_ID.matcher(from).matches()) {
            return parametersWrong();
        }
        ObjectNode body = Json.object();
        ArrayNode events = body.putArray("events");
        store.read(state -> journal.after(state, Long.parseLong(from), types, limit.getAsInt(), now()))
                .forEach(event -> events.add(event.shown()));
        return ok(body);
    }

    Answer eventStats(Call call) {
        ObjectNode body = Json.object();
        Optional<JournalEvent> latest = store.read(state -> state.events.isEmpty()
                ? Optional.empty()
                : Optional.of(state.events.lastEntry().getValue()));
        latest.ifPresent(event -> body.putObject("latestEvent")
                .put("id", Long.toString(event.id()))
                .put("occurredAt", Json.millis(event.occurredAt())));
        return ok(body);
    }

    Answer list(Call call) {
        OptionalInt limit = number(call, "limit", 100, 1, 100);
        OptionalInt offset = number(call, "offset", 0, 0, LARGEST_OFFSET);
        if (limit.isEmpty() || offset.isEmpty()) {
            return parametersWrong();
        }
        CheckoutFormFilter filter;
        try {
            filter = new CheckoutFormFilter(call.query());
        } catch (DateTimeParseException e) {
            return illegalParameter("A moment is written 2026-11-21T10:15:30Z");
        }
        return filter.order()
                .map(order -> page(filter, order, offset.getAsInt(), limit.getAsInt()))
                .orElseGet(() -> illegalParameter("No such order of results"));
    }

    Answer one(Call call) {
        String id = call.variable("id");
        if (!UUID.matcher(id).matches()) {
            return AllegroErrors.error(422, "UnprocessableEntity", "Not a UUID", "id");
        }
        return store.read(state -> Optional.ofNullable(state.forms.get(id))
                        .map(form -> shown(form).deepCopy()))
                .map(OrdersApi::ok)
                .orElseGet(() -> AllegroErrors.formNotFound(call));
    }

    private Answer page(CheckoutFormFilter filter, Comparator<JsonNode> order, int offset, int limit) {
        return ok(store.read(state -> {
            List<ObjectNode> found = state.forms.values().stream()
                    .map(this::shown)
                    .filter(filter::lets)
                    .sorted(order)
                    .toList();
            List<ObjectNode> page = found.stream()
                    .skip(offset)
                    .limit(limit)
                    .map(ObjectNode::deepCopy)
                    .toList();
            ObjectNode body = Json.object();
            body.putArray("checkoutForms").addAll(page);
            return body.put("count", page.size()).put("totalCount", found.size());
        }));
    }

    private ObjectNode shown(CheckoutForm form) {
        return form.shown(now().minus(settings.fulfillmentLag()));
    }

    private Instant now() {
        return settings.clock().instant();
    }

    private static Answer ok(ObjectNode body) {
        return Answer.json(200, AllegroErrors.MEDIA_TYPE, body);
    }

    private static Answer parametersWrong() {
        return AllegroErrors.error(422, "UnprocessableEntity", "Query parameters are incorrect", null);
    }

    private static Answer illegalParameter(String why) {
        return AllegroErrors.error(400, "IllegalParameterException", why, null);
    }

    /** A whole number within bounds; empty when the parameter is something else. */
    private static OptionalInt number(Call call, String name, int absent, int least, int most) {
        Optional<String> text = call.query().first(name);
        if (text.isEmpty()) {
            return OptionalInt.of(absent);
        }
        if (!text.get().matches("[0-9]{1,9}")) {
            return OptionalInt.empty();
        }
        int value = Integer.parseInt(text.get());
        return value < least || value > most ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
