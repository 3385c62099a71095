package io.orderweave.order;

/** How certain an order is at its channel. */
public enum Lifecycle {
    /** May still change or vanish: not to be processed. */
    PENDING,
    /** The channel says: process it. */
    CONFIRMED,
    /** Cancelled at the channel; overrides everything else the channel says. */
    CANCELLED
}
