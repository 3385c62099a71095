package io.orderweave.connectors.allegro;

import org.jspecify.annotations.Nullable;

/** How far the seller is with an order, read and written. */
record AllegroFulfillmentDto(
        @Nullable String status, @Nullable ShipmentSummary shipmentSummary) {

    /** How many lines are sent: NONE, SOME or ALL. */
    record ShipmentSummary(@Nullable String lineItemsSent) {}

    @Nullable
    String lineItemsSent() {
        return shipmentSummary == null ? null : shipmentSummary.lineItemsSent();
    }
}
