package io.orderweave.bankmail;

import java.util.List;

/** Whether a mail was delivered to a secret address: by what the own mail server wrote down, not by what the sender did. */
final class EnvelopeCheck {

    private static final List<String> ENVELOPE_RECIPIENTS = List.of("Delivered-To", "X-Original-To");

    private final List<SecretAddress> addresses;

    EnvelopeCheck(List<SecretAddress> addresses) {
        this.addresses = addresses;
    }

    /** @throws RejectedMailException when no secret address is among the recipients */
    void requireDeliveredToUs(ReceivedMail mail) throws RejectedMailException {
        boolean ours = ENVELOPE_RECIPIENTS.stream()
                .flatMap(name -> mail.header(name).stream())
                .map(EnvelopeCheck::withoutBrackets)
                .anyMatch(recipient -> addresses.stream().anyMatch(address -> address.matches(recipient)));
        if (!ours) {
            throw new RejectedMailException(
                    RejectionReason.NOT_ADDRESSED_TO_MAILBOX, "the secret address is not an envelope recipient");
        }
    }

    private static String withoutBrackets(String recipient) {
        boolean bracketed = recipient.startsWith("<") && recipient.endsWith(">");
        return bracketed ? recipient.substring(1, recipient.length() - 1) : recipient;
    }
}
