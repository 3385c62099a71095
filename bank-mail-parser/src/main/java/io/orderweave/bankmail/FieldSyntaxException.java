package io.orderweave.bankmail;

/** A header field does not fit its grammar. */
final class FieldSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    FieldSyntaxException() {
        super("the header field does not fit its grammar");
    }
}
