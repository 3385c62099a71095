package io.orderweave.bankmail;

/** A check objects to a mail; the message is one sentence that holds nothing of the mail. */
final class RejectedMailException extends Exception {

    private static final long serialVersionUID = 1L;

    private final RejectionReason reason;

    RejectedMailException(RejectionReason reason, String message) {
        super(message);
        this.reason = reason;
    }

    RejectionReason reason() {
        return reason;
    }
}
