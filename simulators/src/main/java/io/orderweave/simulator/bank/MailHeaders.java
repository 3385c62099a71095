package io.orderweave.simulator.bank;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The headers of a mail as it lies in the shop's mailbox, those of the shop's own server on top. */
final class MailHeaders {

    private static final String FORGER = "mailer.evil.example";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneId.of("Europe/Prague"));

    private final MailReceiver receiver;
    private final BankMailLayout layout;
    private final Optional<BankMailForgery> forgery;

    MailHeaders(MailReceiver receiver, BankMailLayout layout, Optional<BankMailForgery> forgery) {
        this.receiver = receiver;
        this.layout = layout;
        this.forgery = forgery;
    }

    /**
     * The header lines, without those that describe the content.
     *
     * @param messageId unique per mail, without brackets and domain
     */
    List<String> lines(String subject, Instant at, String messageId) {
        List<String> lines = new ArrayList<>();
        String recipient = is(BankMailForgery.OTHER_RECIPIENT) ? "info@shop.example" : receiver.secretAddress();
        lines.add("Return-Path: <" + from() + ">");
        lines.add("Delivered-To: " + recipient);
        authentication().ifPresent(lines::add);
        lines.add("Received: from mail." + domain() + " by " + receiver.authservId() + " with ESMTPS;");
        lines.add("        " + DATE.format(at));
        lines.add("From: " + layout.senderName() + " <" + from() + ">");
        if (is(BankMailForgery.TWO_SENDERS)) {
            lines.add("From: " + layout.senderName() + " <billing@" + FORGER + ">");
        }
        lines.add("To: " + recipient);
        lines.add("Subject: " + subject);
        lines.add("Date: " + DATE.format(at));
        lines.add("Message-ID: <" + messageId + "@" + domain() + ">");
        lines.add("MIME-Version: 1.0");
        return lines;
    }

    private Optional<String> authentication() {
        if (forgery.isEmpty()) {
            return Optional.of(results(receiver.authservId(), "pass", layout.senderDomain()));
        }
        return switch (forgery.get()) {
            case OTHER_RECIPIENT, SPOOFED_DOMAIN, TWO_SENDERS ->
                Optional.of(results(receiver.authservId(), "pass", domain()));
            case FAILED_AUTHENTICATION -> Optional.of(results(receiver.authservId(), "fail", domain()));
            case MISALIGNED_AUTHENTICATION -> Optional.of(results(receiver.authservId(), "pass", FORGER));
            case FOREIGN_AUTHENTICATION -> Optional.of(results(receiver.authservId() + "." + FORGER, "pass", domain()));
            case NO_AUTHENTICATION -> Optional.empty();
        };
    }

    private static String results(String server, String verdict, String domain) {
        return "Authentication-Results: " + server + ";\n       dkim=" + verdict + " header.d=" + domain
                + " header.s=mta;\n       spf=" + verdict + " smtp.mailfrom=" + domain + ";\n       dmarc=" + verdict
                + " (p=REJECT sp=REJECT dis=NONE) header.from=" + domain;
    }

    private String from() {
        return is(BankMailForgery.SPOOFED_DOMAIN) ? layout.sender() + "." + FORGER : layout.sender();
    }

    private String domain() {
        return is(BankMailForgery.SPOOFED_DOMAIN) ? layout.senderDomain() + "." + FORGER : layout.senderDomain();
    }

    private boolean is(BankMailForgery which) {
        return forgery.equals(Optional.of(which));
    }
}
