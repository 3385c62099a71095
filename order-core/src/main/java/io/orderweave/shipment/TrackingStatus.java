package io.orderweave.shipment;

/** Where a parcel is, in words that every courier's codes translate to. */
public enum TrackingStatus {
    ANNOUNCED,
    PICKED_UP,
    IN_TRANSIT,
    OUT_FOR_DELIVERY,
    READY_FOR_COLLECTION,
    DELIVERED,
    DELIVERY_FAILED,
    ON_HOLD,
    RETURNING,
    RETURNED,
    CANCELLED,
    LOST_OR_DESTROYED,
    /** A code the courier's table does not know: kept raw, reported, moves nothing. */
    UNKNOWN;

    /** Whether the parcel's way has ended. */
    public boolean isTerminal() {
        return switch (this) {
            case DELIVERED, RETURNED, CANCELLED, LOST_OR_DESTROYED -> true;
            case ANNOUNCED,
                    PICKED_UP,
                    IN_TRANSIT,
                    OUT_FOR_DELIVERY,
                    READY_FOR_COLLECTION,
                    DELIVERY_FAILED,
                    ON_HOLD,
                    RETURNING,
                    UNKNOWN -> false;
        };
    }

    /** Whether the parcel has left the seller. */
    public boolean isDispatched() {
        return switch (this) {
            case PICKED_UP,
                    IN_TRANSIT,
                    OUT_FOR_DELIVERY,
                    READY_FOR_COLLECTION,
                    DELIVERED,
                    DELIVERY_FAILED,
                    RETURNING,
                    RETURNED,
                    LOST_OR_DESTROYED -> true;
            case ANNOUNCED, ON_HOLD, CANCELLED, UNKNOWN -> false;
        };
    }
}
