package io.orderweave.bankmail;

import io.orderweave.bankmail.internal.Bank;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the one sender of a mail; a sender that could be read in two ways is none. */
final class SenderCheck {

    private static final Pattern PUNYCODE = Pattern.compile("(?:^|\\.)xn--", Pattern.CASE_INSENSITIVE);

    private final BankMailbox mailbox;

    SenderCheck(BankMailbox mailbox) {
        this.mailbox = mailbox;
    }

    /** @throws RejectedMailException when it is nobody whose mails are read, or not clear who it is */
    Sender senderOf(ReceivedMail mail) throws RejectedMailException {
        List<String> fields = mail.header("From");
        if (fields.stream().anyMatch(SenderCheck::imitatesLetters)) {
            throw new RejectedMailException(RejectionReason.SENDER_LOOKALIKE, "the sender's domain is not plain ASCII");
        }
        String address = (fields.size() == 1 ? onlyAddress(fields.get(0)) : Optional.<String>empty())
                .orElseThrow(() -> new RejectedMailException(
                        RejectionReason.SENDER_UNCLEAR, "From is not exactly one plain address"));
        String domain = address.substring(address.indexOf('@') + 1);
        Optional<Bank> bank = Bank.sendingFrom(domain);
        if (bank.isPresent()) {
            return new Sender(domain, List.of(bank.get()), false);
        }
        if (mailbox.mayForward(address)) {
            return new Sender(domain, Bank.read(), true);
        }
        throw stranger(domain);
    }

    private static RejectedMailException stranger(String domain) {
        return Bank.imitatedBy(domain)
                .map(imitated -> new RejectedMailException(
                        RejectionReason.SENDER_LOOKALIKE, "the sender's domain imitates " + imitated))
                .orElseGet(() ->
                        new RejectedMailException(RejectionReason.SENDER_UNKNOWN, "the sender is not a known bank"));
    }

    private static Optional<String> onlyAddress(String field) {
        try {
            InternetAddress[] addresses = InternetAddress.parse(field, true);
            if (addresses.length != 1 || addresses[0].isGroup()) {
                return Optional.empty();
            }
            String address = addresses[0].getAddress().toLowerCase(Locale.ROOT);
            boolean plain = address.indexOf('@') > 0 && address.indexOf('@') == address.lastIndexOf('@');
            return plain ? Optional.of(address) : Optional.empty();
        } catch (AddressException e) {
            return Optional.empty();
        }
    }

    /** Letters of other alphabets, also in punycode, look like Latin ones; no bank here needs them in its domain. */
    private static boolean imitatesLetters(String field) {
        String domain = field.substring(field.lastIndexOf('@') + 1);
        return field.indexOf('@') >= 0
                && (domain.chars().anyMatch(c -> c > 0x7F)
                        || PUNYCODE.matcher(domain).find());
    }
}
