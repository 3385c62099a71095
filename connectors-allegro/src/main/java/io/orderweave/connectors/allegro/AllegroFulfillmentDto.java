package io.orderweave.connectors.allegro;

import org.jspecify.annotations.Nullable;

/** How far the seller is with an order, as he tells Allegro. */
record AllegroFulfillmentDto(String status, @Nullable ShipmentSummary shipmentSummary) {

    /** How many lines are sent: NONE, SOME or ALL. */
    record ShipmentSummary(String lineItemsSent) {}

    @Nullable
    String lineItemsSent() {
        return shipmentSummary == null ? null : shipmentSummary.lineItemsSent();
    }
}
