package io.orderweave.connectors.allegro;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tracking numbers of an order, whoever added them. */
record AllegroShipmentsDto(@Nullable List<@Nullable Shipment> shipments) {

    record Shipment(@Nullable String id, @Nullable String waybill) {}
}
