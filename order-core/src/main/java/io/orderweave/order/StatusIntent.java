package io.orderweave.order;

/** What a shop tells a channel about an order; each connector translates it into its channel's own terms. */
public enum StatusIntent {
    PROCESSING,
    READY_TO_SHIP,
    READY_FOR_COLLECTION,
    SHIPPED,
    DELIVERED,
    /** The shop will not fulfil it. */
    CANCELLED
}
