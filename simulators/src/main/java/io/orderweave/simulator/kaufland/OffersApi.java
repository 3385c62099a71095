package io.orderweave.simulator.kaufland;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Json;
import io.orderweave.simulator.internal.StateStore;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The seller's offers, which Kaufland calls units: listed, read, changed one by one and in bulk. A storefront is always needed. */
final class OffersApi {

    private static final int MOST_IN_BULK = 150;
    private static final Set<String> FIELDS = Set.of(
            "status",
            "amount",
            "handling_time",
            "listing_price",
            "minimum_price",
            "note",
            "id_shipping_group",
            "id_warehouse",
            "vat_indicator");

    private final KauflandSettings settings;
    private final StateStore<KauflandState> store;

    OffersApi(KauflandSettings settings, StateStore<KauflandState> store) {
        this.settings = settings;
        this.store = store;
    }

    Answer list(Call call) {
        Optional<String> storefront = storefront(call);
        if (storefront.isEmpty()) {
            return storefrontMissing(call);
        }
        Optional<Page> page = Page.of(call, Page.MOST);
        if (page.isEmpty()) {
            return KauflandErrors.invalid("limit", "must be between 1 and 100");
        }
        boolean products = Embedded.of(call).contains("products");
        Optional<String> offer = call.query().first("id_offer");
        Optional<String> ean = call.query().first("ean");
        List<ObjectNode> found = store.read(state -> state.offers.values().stream()
                .filter(entry -> entry.storefront().equalsIgnoreCase(storefront.get()))
                .filter(entry ->
                        offer.stream().allMatch(entry.document.path("id_offer").asText()::equals))
                .filter(entry -> ean.stream()
                        .allMatch(
                                wanted -> entry.product.path("eans").toString().contains('"' + wanted + '"')))
                .map(entry -> entry.shown(visible(), products))
                .toList());
        return page.get().show(found);
    }

    Answer one(Call call) {
        return storefront(call)
                .map(storefront -> store.read(state -> UnitIds.of(call, "id")
                                .flatMap(id -> offer(state, id, storefront))
                                .map(entry ->
                                        entry.shown(visible(), Embedded.of(call).contains("products"))))
                        .map(entry -> Page.one(200, entry))
                        .orElseGet(KauflandErrors::notFound))
                .orElseGet(() -> storefrontMissing(call));
    }

    Answer patch(Call call, ObjectNode data) {
        Optional<String> storefront = storefront(call);
        if (storefront.isEmpty()) {
            return storefrontMissing(call);
        }
        Optional<String> fault = fault(data);
        if (fault.isPresent()) {
            return KauflandErrors.invalid(fault.get(), "has a wrong value");
        }
        return store.change(state -> UnitIds.of(call, "id")
                .flatMap(id -> offer(state, id, storefront.get()))
                .map(entry -> {
                    entry.write(data, settings.clock().instant());
                    return Page.one(200, entry.document.deepCopy());
                })
                .orElseGet(KauflandErrors::notFound));
    }

    Answer bulk(Call call, ArrayNode items) {
        Optional<String> storefront = storefront(call);
        if (storefront.isEmpty()) {
            return storefrontMissing(call);
        }
        Set<Long> ids = new HashSet<>();
        boolean unique = true;
        for (JsonNode item : items) {
            unique &= ids.add(item.path("id_unit").asLong());
        }
        if (items.size() > MOST_IN_BULK || !unique) {
            return KauflandErrors.invalid("units", "at most " + MOST_IN_BULK + ", none of them twice");
        }
        return store.change(state -> {
            ObjectNode body = Json.object();
            ArrayNode results = body.putArray("data");
            items.forEach(item -> results.add(written(state, item, storefront.get())));
            return Answer.json(207, body);
        });
    }

    private ObjectNode written(KauflandState state, JsonNode item, String storefront) {
        long id = item.path("id_unit").asLong();
        ObjectNode result = Json.object().put("id_unit", id);
        Optional<OfferEntry> entry = offer(state, id, storefront);
        if (entry.isEmpty()) {
            return result.put("status_code", 404).put("key", "not_found").put("message", "Unit not found");
        }
        if (!(item.path("unit_data") instanceof ObjectNode data)) {
            return refused(result, "unit_data");
        }
        Optional<String> fault = fault(data);
        if (fault.isPresent()) {
            return refused(result, fault.get());
        }
        entry.get().write(data, settings.clock().instant());
        result.put("status_code", 200).set("unit", entry.get().document.deepCopy());
        return result;
    }

    private static ObjectNode refused(ObjectNode result, String field) {
        result.put("status_code", 400).put("message", "Parameters have a wrong value");
        result.putArray("errors").addObject().put("field", field).put("message", "has a wrong value");
        return result;
    }

    /** The field of a write that is wrong; empty when none is. */
    private static Optional<String> fault(ObjectNode data) {
        for (String field : (Iterable<String>) data::fieldNames) {
            if (!FIELDS.contains(field)) {
                return Optional.of(field);
            }
        }
        if (data.has("listing_price") && !isNumber(data.path("listing_price"), 1)) {
            return Optional.of("listing_price");
        }
        return data.has("amount") && !isNumber(data.path("amount"), 0) ? Optional.of("amount") : Optional.empty();
    }

    private static boolean isNumber(JsonNode node, int least) {
        return node.isIntegralNumber() && node.asLong() >= least;
    }

    private static Optional<OfferEntry> offer(KauflandState state, long id, String storefront) {
        return Optional.ofNullable(state.offers.get(id))
                .filter(entry -> entry.storefront().equalsIgnoreCase(storefront));
    }

    private Instant visible() {
        return settings.clock().instant().minus(settings.offerLag());
    }

    private Optional<String> storefront(Call call) {
        return call.query()
                .first("storefront")
                .filter(wanted ->
                        settings.storefronts().stream().anyMatch(own -> own.id().equalsIgnoreCase(wanted)));
    }

    private static Answer storefrontMissing(Call call) {
        return call.query().first("storefront").isEmpty()
                ? KauflandErrors.invalid("storefront", "is required")
                : KauflandErrors.error(400, "/problems/storefront-not-configured", "The storefront is not configured");
    }
}
