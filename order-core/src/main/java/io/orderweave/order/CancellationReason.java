package io.orderweave.order;

/** Why a seller cancels. */
public enum CancellationReason {
    NO_STOCK,
    BUYER_CANCELLED,
    BUYER_NOT_REACHED,
    ADDRESS_UNDELIVERABLE,
    WRONG_PRICE,
    WRONG_DESCRIPTION,
    OTHER
}
