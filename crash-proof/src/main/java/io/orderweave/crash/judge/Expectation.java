package io.orderweave.crash.judge;

/** What the buyers' acts alone say that must have become of an order in the end. */
public enum Expectation {
    /** Paid or collected: one invoice, one parcel, one tracking entry, one upload, each status once. */
    DELIVERED,

    /** The buyer changed his mind before paying: in the book, and nothing done for it. */
    CANCELLED,

    /** Placed before the shop went live: in the book, and nothing done for it. */
    HISTORY
}
