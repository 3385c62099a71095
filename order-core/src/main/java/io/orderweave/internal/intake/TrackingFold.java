package io.orderweave.internal.intake;

import io.orderweave.shipment.Shipment;
import io.orderweave.shipment.TrackingEvent;
import io.orderweave.shipment.TrackingStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Folds what a courier tells, unordered and repeated, into where a shipment is. Pure. A terminal state wins over what is not, but for
 * a return after delivery and a parcel found again; otherwise the latest scan, and of equal times the further one.
 */
final class TrackingFold {

    private static final Comparator<TrackingEvent> BY_TIME_THEN_RANK =
            Comparator.comparing(TrackingEvent::at).thenComparing(TrackingEvent::status);

    private TrackingFold() {}

    /** The shipment with everything told of it. */
    static Shipment fold(Shipment shipment, List<TrackingEvent> told) {
        Set<TrackingEvent> all = new LinkedHashSet<>(shipment.history());
        all.addAll(told);
        List<TrackingEvent> history = new ArrayList<>(all);
        TrackingStatus status = beforeAnyScan(shipment);
        for (TrackingEvent event : history.stream().sorted(BY_TIME_THEN_RANK).toList()) {
            status = next(status, event.status());
        }
        return shipment.toBuilder().history(history).status(status).build();
    }

    /** Cancelled, where the shop had it taken back: no scan tells that, and none that was asked for before may revive it. */
    private static TrackingStatus beforeAnyScan(Shipment shipment) {
        boolean scanned = shipment.history().stream().anyMatch(event -> event.status() == TrackingStatus.CANCELLED);
        return shipment.isLive() || scanned ? TrackingStatus.ANNOUNCED : TrackingStatus.CANCELLED;
    }

    private static TrackingStatus next(TrackingStatus now, TrackingStatus told) {
        if (told == TrackingStatus.UNKNOWN) {
            return now;
        }
        if (now == TrackingStatus.DELIVERED) {
            return told == TrackingStatus.RETURNED ? told : now;
        }
        if (now == TrackingStatus.LOST_OR_DESTROYED) {
            return told;
        }
        return now.isTerminal() ? now : told;
    }
}
