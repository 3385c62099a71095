package io.orderweave.connection;

/** Whether a connection works. */
public enum Mode {
    /** Nothing is pulled, nothing is sent. */
    OFF,
    /**
     * Orders come in and rules decide; changes inside the book apply, and decisions record the effects they would plan, but
     * ledger and number series get nothing.
     */
    OBSERVE,
    LIVE
}
