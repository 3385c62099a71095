package io.orderweave.shipment;

/** A step of a parcel's way that people tell one another of. */
public enum Milestone {
    /** It has left the seller. */
    DISPATCHED,
    /** It waits at a pickup point. */
    READY_FOR_COLLECTION,
    DELIVERED,
    /** The courier came in vain. */
    DELIVERY_FAILED,
    /** It is back at the seller. */
    RETURNED,
    LOST_OR_DESTROYED;

    /** Whether a parcel that moves so reaches the milestone by it. */
    public boolean isReached(TrackingStatus from, TrackingStatus to) {
        return switch (this) {
            case DISPATCHED -> to.isDispatched() && !from.isDispatched();
            case READY_FOR_COLLECTION -> arrives(from, to, TrackingStatus.READY_FOR_COLLECTION);
            case DELIVERED -> arrives(from, to, TrackingStatus.DELIVERED);
            case DELIVERY_FAILED -> arrives(from, to, TrackingStatus.DELIVERY_FAILED);
            case RETURNED -> arrives(from, to, TrackingStatus.RETURNED);
            case LOST_OR_DESTROYED -> arrives(from, to, TrackingStatus.LOST_OR_DESTROYED);
        };
    }

    private static boolean arrives(TrackingStatus from, TrackingStatus to, TrackingStatus at) {
        return to == at && from != at;
    }
}
