package io.orderweave.bankmail;

import jakarta.mail.MessagingException;

/** A mail is unreadable for a known reason; a {@link MessagingException} so that it passes through the MIME parser. */
final class UnreadableMailException extends MessagingException {

    private static final long serialVersionUID = 1L;

    private final UnreadableReason reason;

    UnreadableMailException(UnreadableReason reason, String message) {
        super(message);
        this.reason = reason;
    }

    UnreadableReason reason() {
        return reason;
    }
}
