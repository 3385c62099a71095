package io.orderweave.bankmail;

import jakarta.mail.MessagingException;

/** A mail is unreadable for a known reason; a {@link MessagingException} so that it passes through the MIME parser. */
final class UnreadableMailException extends MessagingException {

    private static final long serialVersionUID = 1L;

    private final UnreadableReason reason;
    private final String detail;

    UnreadableMailException(UnreadableReason reason, String detail) {
        super(detail);
        this.reason = reason;
        this.detail = detail;
    }

    UnreadableReason reason() {
        return reason;
    }

    /** One sentence that holds nothing of the mail. */
    String detail() {
        return detail;
    }
}
