package io.orderweave.document;

/** The closed set of documents that are issued from a number series. */
public enum DocumentKind {
    /** Asks for payment; not fiscal, covers nothing. */
    PROFORMA,
    /** Tax document on a payment received before supply. */
    ADVANCE,
    /** The final invoice. */
    INVOICE,
    CREDIT_NOTE
}
