package io.orderweave.effect;

/** How the outcome of a call whose answer was lost is found out. Every kind declares one. */
public enum Resolution {
    /** Sent again with the same idempotency key, which the other side honours. */
    KEY,
    /** The other side is asked; its "no" is believed only after the call's deadline and its settle time. */
    LOOKUP,
    /** Sent again after the call's deadline: the same content over itself does no harm. */
    OVERWRITE,
    /** A person finds out. */
    PERSON,
    /** Never sent again: done, unconfirmed, and listed as such. */
    AT_MOST_ONCE
}
