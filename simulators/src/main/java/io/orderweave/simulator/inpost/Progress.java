package io.orderweave.simulator.inpost;

import java.time.Instant;
import java.util.List;

/** Lets shipments go on by themselves: confirmation first, then along the usual route of their service. */
final class Progress {

    static final List<String> TO_LOCKER = List.of(
            InPostShipment.CONFIRMED,
            "dispatched_by_sender",
            "adopted_at_source_branch",
            "sent_from_source_branch",
            "adopted_at_sorting_center",
            "sent_from_sorting_center",
            "adopted_at_target_branch",
            "out_for_delivery",
            "ready_to_pickup",
            "delivered");
    static final List<String> TO_DOOR = List.of(
            InPostShipment.CONFIRMED,
            "collected_from_sender",
            "adopted_at_source_branch",
            "sent_from_source_branch",
            "adopted_at_target_branch",
            "out_for_delivery",
            "delivered");

    private final InPostSettings settings;

    Progress(InPostSettings settings) {
        this.settings = settings;
    }

    /** Takes the steps that are due now. */
    void settle(InPostShipment shipment) {
        if (shipment.byHand) {
            return;
        }
        Instant now = settings.clock().instant();
        if (shipment.trackingNumber == null) {
            confirm(shipment, now);
        }
        if (shipment.trackingNumber != null) {
            travel(shipment, now);
        }
    }

    private void confirm(InPostShipment shipment, Instant now) {
        boolean waiting = !shipment.failed && !shipment.status.equals(InPostShipment.CANCELED);
        if (waiting && settings.confirmation().steps(shipment.waitsSince, now, shipment.polls) > 0) {
            shipment.confirm(settings.confirmation().momentOf(1, shipment.waitsSince, now));
        }
    }

    private void travel(InPostShipment shipment, Instant now) {
        List<String> route = shipment.isLocker() ? TO_LOCKER : TO_DOOR;
        Instant since = shipment.waitsSince;
        int position = route.indexOf(shipment.status);
        int due = settings.transit().steps(since, now, shipment.polls);
        for (int step = 1; step <= due && position + step < route.size(); step++) {
            shipment.move(route.get(position + step), settings.transit().momentOf(step, since, now));
        }
    }
}
