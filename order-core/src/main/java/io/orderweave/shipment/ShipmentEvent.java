package io.orderweave.shipment;

import io.orderweave.event.Event;
import io.orderweave.event.EventName;
import io.orderweave.id.ShipmentId;

/** What can happen to a shipment. Subject: its order. */
public sealed interface ShipmentEvent extends Event {

    /** The courier took the order for it; the tracking number is known. */
    record ShipmentCreated(ShipmentId shipment, String trackingNumber) implements ShipmentEvent {
        public static final EventName NAME = new EventName("shipment.created", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** The label is stored. */
    record LabelStored(ShipmentId shipment, String trackingNumber) implements ShipmentEvent {
        public static final EventName NAME = new EventName("shipment.label-stored", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** The parcel reached another milestone. */
    record TrackingChanged(ShipmentId shipment, String trackingNumber, TrackingStatus from, TrackingStatus to)
            implements ShipmentEvent {
        public static final EventName NAME = new EventName("shipment.tracking-changed", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }

    /** The channel has the tracking number. */
    record TrackingPublished(ShipmentId shipment) implements ShipmentEvent {
        public static final EventName NAME = new EventName("shipment.tracking-published", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }
}
