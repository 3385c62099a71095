package io.orderweave.payment;

/** By what a bank transaction is matched to an order. */
public enum MatchCriterion {
    /** The variable symbol on an invoice or proforma. */
    INVOICE_VARIABLE_SYMBOL,
    /** The number of an invoice or proforma, in the variable symbol or in the payer's message. */
    INVOICE_NUMBER,
    /** The number of the order, in the variable symbol or in the payer's message. */
    ORDER_NUMBER
}
