package io.orderweave.bankmail.internal;

/** Which way money moved, seen from the shop's account. */
public enum Direction {
    CREDIT,
    DEBIT
}
