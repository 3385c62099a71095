package io.orderweave.bankmail;

/** Why a trusted, readable notice brings no payment. */
public enum IgnoredReason {
    /** Money left the account. */
    DEBIT,
    /** A payment by the account's own card, or a hold for one. */
    CARD_PAYMENT,
    /** A refund to the account's own card; its variable symbol is the end of the card's number, not an order's. */
    CARD_REFUND
}
