package io.orderweave.notice;

/** Who a notice is for. */
public enum Audience {
    /** The buyer of the order. */
    CUSTOMER,
    /** The shop's own people. */
    OPERATOR
}
