package io.orderweave.intake;

/** What became of an order that its channel told. */
public enum OrderFate {
    /** New in the book. */
    IMPORTED,
    CHANGED,
    /** Told again without news. */
    UNCHANGED,
    /** The channel no longer has it; the book keeps it as it is. */
    GONE,
    /** It could not be read, or not be saved. */
    QUARANTINED
}
