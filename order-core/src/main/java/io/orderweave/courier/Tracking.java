package io.orderweave.courier;

import io.orderweave.shipment.TrackingEvent;
import java.util.List;
import java.util.Map;

/** Tells where shipments are. */
public interface Tracking {

    /**
     * Everything the courier tells of each shipment, in any order, repetitions allowed; the engine folds it. A shipment the
     * courier does not know yet has no entry.
     *
     * @param shipments at most {@link CourierProfile#trackingBatch()}
     */
    Map<TrackedShipment, List<TrackingEvent>> track(List<TrackedShipment> shipments);

    /** A shipment to ask after, by the courier's id and its tracking number. */
    record TrackedShipment(String shipmentId, String trackingNumber) {}
}
