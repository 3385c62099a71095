package io.orderweave.bankmail;

import static io.orderweave.bankmail.Outcomes.assertRejected;
import static io.orderweave.bankmail.Outcomes.assertUnreadable;
import static io.orderweave.bankmail.Outcomes.onlyTransaction;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.bankmail.BankMailOutcome.Ignored;
import io.orderweave.money.Money;
import io.orderweave.payment.BankTransaction;
import org.junit.jupiter.api.Test;

/** Notices that a person of the shop forwards by a mail program. */
class ForwardedMailTest {

    private static final String OWNER = "Owner@shop.example";

    private final BankMailParser strict = TestMailbox.parser();
    private final BankMailParser allowing = new BankMailParser(
            TestMailbox.settings().addAllowedForwarder("owner@Shop.example").build(), TestMailbox.CLOCK);

    @Test
    void refusesAForwardUnlessItsSenderMayForward() {
        RawMail mail = forwarded("", noticeOf("fio-prose-credit"));

        assertRejected(strict.parse(mail.bytes()), RejectionReason.SENDER_UNKNOWN);
        assertThat(allowing.parse(mail.bytes())).isInstanceOf(BankMailOutcome.Parsed.class);
    }

    @Test
    void readsTheNoticeBehindQuotationMarks() {
        BankTransaction payment = onlyTransaction(
                allowing.parse(forwarded("> ", noticeOf("fio-prose-credit")).bytes()), Authenticity.VERIFIED);

        assertThat(payment.amount()).isEqualTo(Money.of("2399.00", "CZK"));
        assertThat(payment.message()).contains("faktura 2026118");
    }

    @Test
    void readsTheNoticesOfEveryBank() {
        BankTransaction payment = onlyTransaction(
                allowing.parse(
                        forwarded("", RawMail.fixture("tatra-credit").body()).bytes()),
                Authenticity.VERIFIED);

        assertThat(payment.amount()).isEqualTo(Money.of("1089.90", "EUR"));
        assertThat(payment.bankReference()).contains("181126/204417-2");
    }

    @Test
    void tellsAForwardedDebit() {
        assertThat(allowing.parse(
                        forwarded("", RawMail.fixture("tatra-debit").body()).bytes()))
                .isEqualTo(new Ignored(IgnoredReason.DEBIT));
    }

    @Test
    void demandsThatTheForwarderIsAuthentic() {
        RawMail mail = forwarded("", noticeOf("fio-prose-credit"))
                .replacing("header.from=shop.example", "header.from=evil.example");

        assertRejected(allowing.parse(mail.bytes()), RejectionReason.AUTHENTICATION_FAILED);
    }

    @Test
    void refusesTwoNoticesInOneForward() {
        String notice = noticeOf("fio-prose-credit");

        assertUnreadable(allowing.parse(forwarded("", notice + notice).bytes()), UnreadableReason.AMBIGUOUS_NOTICE);
    }

    @Test
    void doesNotTakeAColleagueForTheForwarder() {
        RawMail mail = forwarded("", noticeOf("fio-prose-credit")).replacing(OWNER, "colleague@shop.example");

        assertRejected(allowing.parse(mail.bytes()), RejectionReason.SENDER_UNKNOWN);
    }

    /** The text that a reader sees in the plain part. */
    private static String noticeOf(String name) {
        byte[] raw = RawMail.fixture(name).bytes();
        try {
            return MimeReader.read(raw, MailLimits.STANDARD).texts().get(0).text();
        } catch (UnreadableMailException e) {
            throw new AssertionError(e);
        }
    }

    private static RawMail forwarded(String quotation, String notice) {
        StringBuilder body = new StringBuilder("Dobrý den, přeposílám.\r\n\r\n----- Původní zpráva -----\r\n");
        body.append("Od: automat@fio.cz\r\nPředmět: Fio banka - zmena zustatku\r\n\r\n");
        notice.lines().forEach(line -> body.append(quotation).append(line).append("\r\n"));
        return RawMail.fixture("fio-labels-credit")
                .withField("From", "\"Owner, Shop\" <" + OWNER + ">")
                .withField("Subject", "FW: Kredit na ucte (ID=181126/204417-2)")
                .withField("In-Reply-To", "<b1@fio.cz>")
                .withField("Authentication-Results", "mx.shop.example; dmarc=pass header.from=shop.example")
                .withBody(body.toString());
    }
}
