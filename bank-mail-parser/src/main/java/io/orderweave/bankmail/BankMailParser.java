package io.orderweave.bankmail;

import io.orderweave.bankmail.BankMailOutcome.Ignored;
import io.orderweave.bankmail.BankMailOutcome.Parsed;
import io.orderweave.bankmail.BankMailOutcome.Rejected;
import io.orderweave.bankmail.BankMailOutcome.Unreadable;
import io.orderweave.bankmail.internal.Bank;
import io.orderweave.bankmail.internal.DefectiveNoticeException;
import io.orderweave.bankmail.internal.Movement;
import io.orderweave.bankmail.internal.NoticeDefect;
import io.orderweave.bankmail.internal.NoticeReader;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns a bank's raw notification mail into transactions. Used by hosts that have the bytes of a mail in hand; a folder of
 * mails is read by {@link BankMailFolder}. Thread-safe.
 *
 * <p>A mail is looked at in this order, and the first objection is the outcome: size and MIME, secret address, sender, the own
 * mail server's verdict, reply or forward, layout, account, date, direction. Charsets and HTML are looked into only once the
 * sender is trusted.
 */
public final class BankMailParser {

    private static final Logger LOG = LoggerFactory.getLogger(BankMailParser.class);

    private static final String ENCRYPTED = "-----BEGIN PGP MESSAGE-----";

    private final BankMailbox mailbox;
    private final EnvelopeCheck envelope;
    private final SenderCheck senders;
    private final Optional<AuthenticationCheck> authentication;
    private final MovementCheck movements;

    public BankMailParser(BankMailbox mailbox, Clock clock) {
        this.mailbox = mailbox;
        this.envelope = new EnvelopeCheck(mailbox.recipients());
        this.senders = new SenderCheck(mailbox);
        this.authentication = mailbox.policy() == AuthenticationPolicy.OFF
                ? Optional.empty()
                : Optional.of(new AuthenticationCheck(mailbox.authservId().orElseThrow()));
        this.movements = new MovementCheck(mailbox, clock);
    }

    /**
     * What the mail is. Never throws for what the mail holds, whoever wrote it.
     *
     * @param raw as received, not changed
     */
    public BankMailOutcome parse(byte[] raw) {
        BankMailOutcome outcome = outcomeOf(raw);
        if (outcome instanceof Rejected rejected) {
            LOG.warn("Bank mail rejected: {}, {}", rejected.reason(), rejected.detail());
        } else if (outcome instanceof Unreadable unreadable) {
            LOG.warn("Bank mail unreadable: {}, {}", unreadable.reason(), unreadable.detail());
        } else if (outcome instanceof Ignored ignored) {
            LOG.debug("Bank mail ignored: {}", ignored.reason());
        } else if (outcome instanceof Parsed parsed) {
            LOG.debug(
                    "Bank mail parsed: {} transactions, sender {}",
                    parsed.transactions().size(),
                    parsed.authenticity());
        }
        return outcome;
    }

    MailLimits limits() {
        return mailbox.limits();
    }

    private BankMailOutcome outcomeOf(byte[] raw) {
        try {
            ReceivedMail mail = MimeReader.read(raw, mailbox.limits());
            envelope.requireDeliveredToUs(mail);
            Sender sender = senders.senderOf(mail);
            Authenticity authenticity = authenticate(mail, sender);
            if (!sender.forwards()) {
                ReplyCheck.requireOriginal(mail);
            }
            return read(mail, sender, authenticity);
        } catch (RejectedMailException e) {
            return new Rejected(e.reason(), e.detail());
        } catch (UnreadableMailException e) {
            return new Unreadable(e.reason(), e.detail());
        } catch (DefectiveNoticeException e) {
            return new Unreadable(reasonOf(e.defect()), e.detail());
        }
    }

    private Authenticity authenticate(ReceivedMail mail, Sender sender) throws RejectedMailException {
        if (authentication.isEmpty()) {
            return Authenticity.UNCHECKED;
        }
        try {
            authentication.get().require(sender.domain(), mail);
            return Authenticity.VERIFIED;
        } catch (RejectedMailException e) {
            if (mailbox.policy() == AuthenticationPolicy.REQUIRE) {
                throw e;
            }
            LOG.warn("Bank mail read though not authentic: {}, {}", e.reason(), e.detail());
            return Authenticity.UNVERIFIED;
        }
    }

    private BankMailOutcome read(ReceivedMail mail, Sender sender, Authenticity authenticity)
            throws RejectedMailException, UnreadableMailException, DefectiveNoticeException {
        if (sender.banks().stream().noneMatch(Bank::isRead)) {
            throw new UnreadableMailException(
                    UnreadableReason.BANK_NOT_SUPPORTED,
                    "notices of " + sender.banks().get(0) + " are not read yet");
        }
        List<String> texts = legibleTexts(mail);
        for (Bank bank : sender.banks()) {
            List<Movement> found = NoticeReader.read(bank, mail.subject(), texts, sender.forwards());
            if (!found.isEmpty()) {
                return movements.outcome(bank, found, mail.date(), authenticity);
            }
        }
        throw new UnreadableMailException(UnreadableReason.UNKNOWN_LAYOUT, "no text of the mail has a known layout");
    }

    private static List<String> legibleTexts(ReceivedMail mail) throws UnreadableMailException {
        List<String> texts = decodedTexts(mail);
        if (texts.stream().allMatch(String::isBlank)) {
            throw new UnreadableMailException(UnreadableReason.NO_TEXT, "the mail has no text");
        }
        if (texts.stream().anyMatch(text -> text.contains(ENCRYPTED))) {
            throw new UnreadableMailException(UnreadableReason.ENCRYPTED, "the mail is encrypted");
        }
        return texts;
    }

    private static List<String> decodedTexts(ReceivedMail mail) throws UnreadableMailException {
        try {
            return mail.texts().stream().map(TextPart::text).toList();
        } catch (RuntimeException e) {
            // A text that breaks the HTML parser must be listed, not stop everything that comes after it.
            throw new UnreadableMailException(UnreadableReason.MALFORMED_MAIL, "a text of the mail cannot be decoded");
        }
    }

    private static UnreadableReason reasonOf(NoticeDefect defect) {
        return switch (defect) {
            case INCOMPLETE -> UnreadableReason.INCOMPLETE_NOTICE;
            case MALFORMED -> UnreadableReason.MALFORMED_NOTICE;
            case AMBIGUOUS -> UnreadableReason.AMBIGUOUS_NOTICE;
        };
    }
}
