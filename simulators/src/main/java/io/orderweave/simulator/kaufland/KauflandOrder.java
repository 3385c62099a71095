package io.orderweave.simulator.kaufland;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One order as Kaufland keeps it: what it shows of itself, its units and invoices. Guarded by the state store. */
final class KauflandOrder {

    String id = "";

    /** Orders are listed from the highest down. */
    long number;

    ObjectNode document = Json.object();

    @Nullable
    ObjectNode pickup;

    final List<OrderUnit> units = new ArrayList<>();
    final List<InvoiceEntry> invoices = new ArrayList<>();

    /** How often a write was refused, by problem type. */
    final Map<String, Integer> refusals = new TreeMap<>();

    String storefront() {
        return document.path("storefront").asText();
    }

    String createdAt() {
        return document.path("ts_created_iso").asText();
    }

    /** When its latest change of a unit was. */
    String unitsUpdatedAt() {
        return units.stream()
                .map(OrderUnit::updatedAt)
                .max(Comparator.naturalOrder())
                .orElseGet(this::createdAt);
    }

    /** As the list shows it. */
    ObjectNode listed() {
        return Json.object()
                .put("id_order", id)
                .put("ts_created_iso", createdAt())
                .put(
                        "is_marketplace_deemed_supplier",
                        document.path("is_marketplace_deemed_supplier").asBoolean())
                .put("order_units_count", units.size())
                .put("ts_units_updated_iso", unitsUpdatedAt())
                .put("storefront", storefront())
                .put("fulfillment_type", document.path("fulfillment_type").asText());
    }

    /** As it is shown alone, with what was asked for besides. */
    ObjectNode shown(Set<String> embedded) {
        ObjectNode shown = document.deepCopy();
        ArrayNode all = shown.putArray("order_units");
        units.forEach(unit -> all.add(unit.document));
        if (embedded.contains("order_invoices")) {
            ArrayNode files = shown.putArray("order_invoices");
            invoices.forEach(invoice -> files.add(invoice.shown(this)));
        }
        if (embedded.contains("delivery")) {
            shown.set("delivery", delivery());
        }
        return shown;
    }

    /** One unit alone, with what it takes from its order. */
    ObjectNode shown(OrderUnit unit, Set<String> embedded) {
        ObjectNode shown = unit.document.deepCopy();
        shown.put("fulfillment_type", document.path("fulfillment_type").asText());
        for (String part : List.of("buyer", "billing_address", "shipping_address")) {
            shown.set(part, document.path(part));
        }
        shown.put("eco_fee", 0).put("packaging_fee", 0);
        if (!embedded.contains("tickets")) {
            shown.remove("tickets");
        }
        if (embedded.contains("delivery")) {
            shown.set("delivery", delivery());
        }
        return shown;
    }

    private ObjectNode delivery() {
        ObjectNode delivery = Json.object();
        delivery.set("pickup_location", pickup);
        return delivery;
    }

    void refused(String type) {
        refusals.merge(type, 1, Integer::sum);
    }
}
