package io.orderweave.couriers.packeta;

import static io.orderweave.shipment.TrackingStatus.ANNOUNCED;
import static io.orderweave.shipment.TrackingStatus.CANCELLED;
import static io.orderweave.shipment.TrackingStatus.DELIVERED;
import static io.orderweave.shipment.TrackingStatus.DELIVERY_FAILED;
import static io.orderweave.shipment.TrackingStatus.IN_TRANSIT;
import static io.orderweave.shipment.TrackingStatus.ON_HOLD;
import static io.orderweave.shipment.TrackingStatus.PICKED_UP;
import static io.orderweave.shipment.TrackingStatus.READY_FOR_COLLECTION;
import static io.orderweave.shipment.TrackingStatus.RETURNED;
import static io.orderweave.shipment.TrackingStatus.RETURNING;
import static io.orderweave.shipment.TrackingStatus.UNKNOWN;

import io.orderweave.couriers.internal.StatusTable;

/** What Packeta's tracking status codes mean to an order. */
final class PacketaStatuses {

    /* 6, handed to a carrier, stays the last word until that carrier reports, which Packeta hears three times a day. */
    static final StatusTable TABLE = StatusTable.builder()
            .put(ANNOUNCED, "1")
            .put(PICKED_UP, "12")
            .put(IN_TRANSIT, "2", "3", "4", "6")
            .put(READY_FOR_COLLECTION, "5")
            .put(DELIVERED, "7")
            .put(DELIVERY_FAILED, "16", "17")
            .put(ON_HOLD, "14")
            .put(RETURNING, "9", "15")
            .put(RETURNED, "10")
            .put(CANCELLED, "11")
            .put(UNKNOWN, "999")
            .build();

    private PacketaStatuses() {}
}
