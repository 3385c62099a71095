package io.orderweave.examples.quickstart;

import io.orderweave.OrderHub;
import io.orderweave.order.Order;
import io.orderweave.order.OrderQuery;
import io.orderweave.shipment.Shipment;

/** Moves the couriers' parcels along, as drivers and buyers do. */
final class Parcels {

    /** Where all parcels are, in each courier's own code. */
    enum Stage {
        PICKED_UP("collected_from_sender", 12),
        ON_THE_ROAD("adopted_at_sorting_center", 3),
        DELIVERED("delivered", 7);

        private final String inpost;
        private final int packeta;

        Stage(String inpost, int packeta) {
            this.inpost = inpost;
            this.packeta = packeta;
        }
    }

    private final OrderHub hub;
    private final Outside outside;

    Parcels(OrderHub hub, Outside outside) {
        this.hub = hub;
        this.outside = outside;
    }

    void move(Stage stage) {
        for (Order order : hub.orders().find(OrderQuery.all()).orders()) {
            for (Shipment shipment : hub.shipments().of(order.id())) {
                if (shipment.courier().equals(Shop.INPOST)) {
                    outside.inpost().parcels().moveTo(shipment.trackingNumber(), stage.inpost);
                } else {
                    outside.packeta().packets().moveTo(shipment.courierShipmentId(), stage.packeta);
                }
            }
        }
    }
}
