package io.orderweave.bankmail;

/** A check objects to a mail. */
final class RejectedMailException extends Exception {

    private static final long serialVersionUID = 1L;

    private final RejectionReason reason;
    private final String detail;

    RejectedMailException(RejectionReason reason, String detail) {
        super(detail);
        this.reason = reason;
        this.detail = detail;
    }

    RejectionReason reason() {
        return reason;
    }

    /** One sentence that holds nothing of the mail. */
    String detail() {
        return detail;
    }
}
