package io.orderweave.payment;

/** Why money goes back. */
public enum RefundReason {
    RETURNED,
    CANCELLED,
    NOT_AVAILABLE,
    NOT_COLLECTED,
    DAMAGED,
    DEFECTIVE,
    WRONG_ITEM,
    INCOMPLETE,
    LATE,
    DELIVERY_COST,
    RETURN_COST,
    OVERPAID,
    OTHER
}
