package io.orderweave.simulator.inpost;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Writes shipments and their tracking as ShipX answers them; its times are Warsaw's, with their offset. */
final class ShipmentWriter {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX").withZone(ZoneId.of("Europe/Warsaw"));

    private ShipmentWriter() {}

    static ObjectNode shipment(InPostShipment shipment) {
        ObjectNode node = Json.object()
                .put("href", "/v1/shipments/" + shipment.id)
                .put("id", shipment.id)
                .put("status", shipment.status)
                .put("tracking_number", shipment.trackingNumber)
                .put("service", shipment.service())
                .put("reference", shipment.reference().isEmpty() ? null : shipment.reference())
                .put("is_return", false);
        for (String part : new String[] {"receiver", "parcels", "cod", "insurance", "custom_attributes"}) {
            node.set(part, shipment.request.path(part).isMissingNode() ? null : shipment.request.get(part));
        }
        offers(shipment, node.putArray("offers"));
        transactions(shipment, node.putArray("transactions"));
        return node.put("created_at", time(shipment.createdAt)).put("updated_at", time(shipment.updatedAt()));
    }

    static ObjectNode tracking(InPostShipment shipment) {
        ObjectNode node = Json.object()
                .put("tracking_number", shipment.trackingNumber)
                .put("service", shipment.service())
                .put("type", shipment.service())
                .put("status", shipment.status);
        node.putObject("custom_attributes")
                .put("size", "A")
                .put(
                        "target_machine_id",
                        shipment.request
                                .path("custom_attributes")
                                .path("target_point")
                                .asText(null));
        ArrayNode details = node.putArray("tracking_details");
        for (int i = shipment.history.size() - 1; i >= 0; i--) {
            InPostShipment.StatusChange change = shipment.history.get(i);
            details.addObject()
                    .put("status", change.status())
                    .putNull("origin_status")
                    .putNull("agency")
                    .put("datetime", time(change.at()));
        }
        node.putArray("expected_flow");
        return node.put("created_at", time(shipment.createdAt)).put("updated_at", time(shipment.updatedAt()));
    }

    /** A failed purchase has no status of its own: the offer says so. The offer's other fields are UNCONFIRMED. */
    private static void offers(InPostShipment shipment, ArrayNode offers) {
        if (shipment.failed) {
            offers.addObject().put("id", shipment.id).put("status", "unavailable");
        } else if (shipment.trackingNumber != null) {
            offers.addObject().put("id", shipment.id).put("status", "bought");
        }
    }

    private static void transactions(InPostShipment shipment, ArrayNode transactions) {
        if (shipment.failed) {
            transactions
                    .addObject()
                    .put("id", shipment.id)
                    .put("status", "failure")
                    .putObject("details")
                    .put("error", "debt_collection");
        } else if (shipment.trackingNumber != null) {
            transactions.addObject().put("id", shipment.id).put("status", "success");
        }
    }

    private static String time(Instant moment) {
        return TIME.format(moment);
    }
}
