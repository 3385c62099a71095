package io.orderweave.simulator.allegro;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Json;
import io.orderweave.simulator.internal.StateStore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Waybills of an order: they can be added and listed, never taken back, and nothing stops the same one coming twice. */
final class ShipmentsApi {

    static final String OTHER = "OTHER";

    private static final int LONGEST_WAYBILL = 64;
    private static final int LONGEST_CARRIER_NAME = 30;

    private final AllegroSettings settings;
    private final StateStore<AllegroState> store;
    private final FulfillmentApi fulfillment;

    ShipmentsApi(AllegroSettings settings, StateStore<AllegroState> store, FulfillmentApi fulfillment) {
        this.settings = settings;
        this.store = store;
        this.fulfillment = fulfillment;
    }

    Answer list(Call call) {
        return store.read(state -> {
            CheckoutForm form = state.forms.get(call.variable("id"));
            if (form == null) {
                return AllegroErrors.formNotFound(call);
            }
            ObjectNode body = Json.object();
            ArrayNode shipments = body.putArray("shipments");
            form.shipments.forEach(shipment -> shipments.add(shown(shipment)));
            return Answer.json(200, AllegroErrors.MEDIA_TYPE, body);
        });
    }

    Answer post(Call call, ObjectNode body) {
        return store.change(state -> {
            CheckoutForm form = state.forms.get(call.variable("id"));
            return form == null ? AllegroErrors.formNotFound(call) : add(state, form, body);
        });
    }

    /** Adds a waybill that did not come over the API. */
    void addElsewhere(AllegroState state, CheckoutForm form, String carrier, String waybill) {
        enter(state, form, entry(carrier, waybill, Optional.empty(), List.copyOf(form.lineIds())));
    }

    private Answer add(AllegroState state, CheckoutForm form, ObjectNode body) {
        Optional<String> carrier = Json.text(body, "carrierId");
        Optional<String> waybill = Json.text(body, "waybill").filter(text -> !text.isBlank());
        Optional<String> name = Json.text(body, "carrierName");
        if (carrier.isEmpty()
                || !(carrier.get().equals(OTHER) || settings.carriers().contains(carrier.get()))) {
            form.refused("CarrierIdValidationException");
            return AllegroErrors.unknownCarrier();
        }
        if (waybill.isEmpty() || waybill.get().length() > LONGEST_WAYBILL) {
            return refused(form, 400, "WaybillInvalid", "A waybill has 1 to 64 characters", "waybill");
        }
        boolean other = carrier.get().equals(OTHER);
        if (other && (name.isEmpty() || name.get().isBlank() || name.get().length() > LONGEST_CARRIER_NAME)) {
            return refused(form, 400, "CarrierNameInvalid", "A name has 1 to 30 characters", "carrierName");
        }
        List<String> lines = new ArrayList<>();
        body.path("lineItems").forEach(line -> lines.add(line.path("id").asText("")));
        if (!form.lineIds().containsAll(lines)) {
            return refused(form, 422, "LineItemUnknown", "A line item is not of this order", "lineItems");
        }
        if (ordersWith(state, form, waybill.get()) >= settings.ordersPerWaybill()) {
            return refused(form, 409, "WaybillUsageExceeded", "The waybill is in too many orders", "waybill");
        }
        List<String> covered = lines.isEmpty() ? List.copyOf(form.lineIds()) : lines;
        ShipmentEntry entry = entry(carrier.get(), waybill.get(), other ? name : Optional.empty(), covered);
        enter(state, form, entry);
        return Answer.json(201, AllegroErrors.MEDIA_TYPE, shown(entry));
    }

    private ShipmentEntry entry(String carrier, String waybill, Optional<String> name, List<String> lines) {
        // The published example decodes to CARRIER:waybill, so a waybill entered twice has the same id twice.
        String id = Base64.getEncoder().encodeToString((carrier + ":" + waybill).getBytes(StandardCharsets.UTF_8));
        return new ShipmentEntry(
                id, waybill, carrier, name.orElse(null), lines, settings.clock().instant());
    }

    private void enter(AllegroState state, CheckoutForm form, ShipmentEntry entry) {
        boolean first = form.shipments.isEmpty();
        form.addShipment(entry);
        if (first && settings.sentByWaybill()) {
            fulfillment.set(state, form, "SENT");
        }
    }

    private static long ordersWith(AllegroState state, CheckoutForm but, String waybill) {
        return state.forms.values().stream()
                .filter(form -> form != but)
                .filter(form ->
                        form.shipments.stream().anyMatch(one -> one.waybill().equals(waybill)))
                .count();
    }

    private static ObjectNode shown(ShipmentEntry shipment) {
        ObjectNode node = Json.object()
                .put("id", shipment.id())
                .put("waybill", shipment.waybill())
                .put("carrierId", shipment.carrierId())
                .put("carrierName", shipment.carrierName());
        ArrayNode lines = node.putArray("lineItems");
        shipment.lineItems().forEach(id -> lines.addObject().put("id", id));
        return node.put("createdAt", Json.millis(shipment.createdAt()));
    }

    private static Answer refused(CheckoutForm form, int status, String code, String message, String path) {
        form.refused(code);
        return AllegroErrors.error(status, code, message, path);
    }
}
