package io.orderweave.bankmail;

import static io.orderweave.bankmail.Outcomes.assertUnreadable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.orderweave.bankmail.BankMailOutcome.Parsed;
import io.orderweave.payment.BankTransaction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails made to crash, to hang or to fill the memory. All pass the checks of the sender: the text itself is the attack. */
class HostileMailTest {

    /** Milliseconds are usual; a search that goes back and forth would need minutes. */
    private static final Duration AT_ONCE = Duration.ofSeconds(20);

    private static final int MEGABYTE = 1024 * 1024;

    private final BankMailParser parser = TestMailbox.parser();
    private final RawMail genuine = RawMail.fixture("fio-labels-credit");

    @Test
    void doesNotLookIntoAMailOfFiveMegabytes() {
        RawMail large = genuine.withBody(genuine.body() + "x".repeat(5 * MEGABYTE));

        assertUnreadable(parse(large), UnreadableReason.TOO_LARGE);
    }

    @Test
    void doesNotDecodeATextBeyondTheLimit() {
        RawMail large = genuine.withBody(genuine.body() + "x".repeat(MEGABYTE));

        assertUnreadable(parse(large), UnreadableReason.TOO_LARGE);
    }

    @Test
    void readsAMailAtTheLimits() {
        byte[] raw = genuine.bytes();
        MailLimits exact = new MailLimits(raw.length, 1, 1, genuine.body().length());
        MailLimits tight = new MailLimits(raw.length, 1, 1, genuine.body().length() - 1);
        MailLimits tighter = new MailLimits(raw.length - 1, 1, 1, genuine.body().length());

        assertThat(limited(exact).parse(raw)).isInstanceOf(Parsed.class);
        assertUnreadable(limited(tight).parse(raw), UnreadableReason.TOO_LARGE);
        assertUnreadable(limited(tighter).parse(raw), UnreadableReason.TOO_LARGE);
    }

    @Test
    void readsAsManyPartsAndLevelsAsAllowed() {
        byte[] raw = RawMail.fixture("fio-prose-credit-attachments").bytes();
        MailLimits standard = MailLimits.STANDARD;

        assertThat(limited(new MailLimits(standard.bytes(), 5, 2, standard.textBytes()))
                        .parse(raw))
                .isInstanceOf(Parsed.class);
        assertUnreadable(
                limited(new MailLimits(standard.bytes(), 4, 2, standard.textBytes()))
                        .parse(raw),
                UnreadableReason.TOO_COMPLEX);
        assertUnreadable(
                limited(new MailLimits(standard.bytes(), 5, 1, standard.textBytes()))
                        .parse(raw),
                UnreadableReason.TOO_COMPLEX);
    }

    @Test
    void allowsInABodyWhatItRefusesInAHeader() {
        assertThat(parse(new RawMail(genuine.latin1() + "\r\0 tail"))).isInstanceOf(Parsed.class);
        assertThat(parse(new RawMail(genuine.latin1().replace("\r\n", "\n") + "\r\0 tail")))
                .isInstanceOf(Parsed.class);
    }

    @Test
    void stopsAtTheLimitOfDepth() {
        StringBuilder body = new StringBuilder();
        for (int level = 0; level < 5_000; level++) {
            body.append("--b")
                    .append(level)
                    .append("\r\nContent-Type: multipart/mixed; boundary=b")
                    .append(level + 1)
                    .append("\r\n\r\n");
        }
        RawMail nested = genuine.withField("Content-Type", "multipart/mixed; boundary=b0")
                .withBody(body.toString());

        assertUnreadable(parse(nested), UnreadableReason.TOO_COMPLEX);
    }

    @Test
    void stopsAtTheLimitOfParts() {
        RawMail split = genuine.withField("Content-Type", "multipart/mixed; boundary=b")
                .withBody("--b\r\n\r\nx\r\n".repeat(100_000) + "--b--\r\n");

        assertUnreadable(parse(split), UnreadableReason.TOO_COMPLEX);
    }

    @Test
    void countsThePartsOfAllLevelsTogether() {
        String inner = "--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n" + "--c\r\n\r\nx\r\n".repeat(20)
                + "--c--\r\n";
        RawMail split = genuine.withField("Content-Type", "multipart/mixed; boundary=b")
                .withBody(inner.repeat(20) + "--b--\r\n");

        assertUnreadable(parse(split), UnreadableReason.TOO_COMPLEX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Pad: a\rDelivered-To: b", "X-Pad: a\0b", "X-Pad: a\r"})
    void refusesAHeaderWhoseLinesAreNotClear(String field) {
        RawMail onTop = new RawMail(field + "\r\n" + genuine.latin1());
        RawMail below = new RawMail(genuine.latin1().replaceFirst("\r\nSubject:", "\r\n" + field + "\r\nSubject:"));

        assertUnreadable(parse(onTop), UnreadableReason.MALFORMED_MAIL);
        assertUnreadable(parse(below), UnreadableReason.MALFORMED_MAIL);
    }

    @Test
    void refusesAHeaderFieldOfAMegabyte() {
        assertUnreadable(parse(genuine.withFieldOnTop("X-Pad", "x".repeat(MEGABYTE))), UnreadableReason.MALFORMED_MAIL);
    }

    @Test
    void refusesAnUnknownTransferEncoding() {
        assertUnreadable(
                parse(genuine.withField("Content-Transfer-Encoding", "x-zip")), UnreadableReason.MALFORMED_MAIL);
    }

    @Test
    void refusesDamagedBase64() {
        assertUnreadable(
                parse(genuine.withField("Content-Transfer-Encoding", "base64").withBody("ÿÿÿ*=*=")),
                UnreadableReason.MALFORMED_MAIL);
    }

    @Test
    void readsOnWithoutAKnownCharset() {
        assertThat(parse(genuine.withField("Content-Type", "text/plain; charset=x-unheard-of")))
                .isEqualTo(parse(genuine));
    }

    static Stream<String> hostileTexts() {
        return Stream.of(
                "x",
                " ",
                "\n",
                "?",
                ">",
                "7",
                "7 ",
                ": ",
                "\u0301",
                "\u0316\u0301",
                "\uFFFD",
                "Příjem na kontě",
                "P??jem na kont? ",
                "zůstatek účtu ",
                "zůstatek účtu\n",
                "zůstatek účtu 1 se\n",
                "1.1.2026 10:00 bol zostatok Vasho uctu ",
                "Zpráva příjemci: x\n",
                "Protistrana: (",
                "/VS/SS/KS");
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void readsAMegabyteOfOneThingAtOnce(String thing) {
        BankMailParser patient = patientParser();
        String prefix = "Příjem na kontě: 1\nzůstatek účtu 1 se\nZpráva příjemci: ";
        String text = thing.repeat(MEGABYTE / thing.getBytes(StandardCharsets.UTF_8).length);

        BankMailOutcome alone = assertTimeoutPreemptively(
                AT_ONCE, () -> patient.parse(genuine.withBody(text).bytes()));
        BankMailOutcome inAMessage = assertTimeoutPreemptively(
                AT_ONCE, () -> patient.parse(genuine.withBody(prefix + text).bytes()));

        assertThat(alone).isNotInstanceOf(Parsed.class);
        assertThat(inAMessage).isNotInstanceOf(Parsed.class);
    }

    static Stream<String> hostileHtml() {
        return Stream.of(
                "<div>",
                "<table><tr><td>",
                "<b><i><a href=x>",
                "<p><font>",
                "</p>",
                "<!--",
                "<script>",
                "<a b=c ",
                "&nbsp;",
                "&#x110000;",
                "<select><option>",
                "<svg><foreignObject>");
    }

    @ParameterizedTest
    @MethodSource("hostileHtml")
    void readsAMegabyteOfOneTagAtOnce(String tag) {
        BankMailParser patient = patientParser();
        RawMail html = genuine.withField("Content-Type", "text/html; charset=utf-8")
                .withBody(tag.repeat(MEGABYTE / tag.length()));

        assertThat(assertTimeoutPreemptively(AT_ONCE, () -> patient.parse(html.bytes())))
                .isNotInstanceOf(Parsed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "((", "\\", "\"", "a=b ", "; a=", "a.b=c "})
    void readsAVerdictOfOneThingAtOnce(String thing) {
        RawMail mail = genuine.withField(
                "Authentication-Results",
                TestMailbox.AUTHSERV_ID + "; dmarc=pass header.from=fio.cz " + thing.repeat(15_000 / thing.length()));

        assertThat(assertTimeoutPreemptively(AT_ONCE, () -> parse(mail))).isNotInstanceOf(Parsed.class);
    }

    /** Wherever a mail is cut: no payment, or the right one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "fio-labels-credit",
                "fio-labels-credit-cp1250-qp",
                "fio-prose-credit",
                "fio-prose-credit-html-only",
                "tatra-credit",
                "tatra-sepa-reference"
            })
    void neverReadsAnotherPaymentFromACutMail(String name) {
        byte[] whole = RawMail.fixture(name).bytes();
        BankTransaction genuinePayment =
                ((Parsed) parser.parse(whole)).transactions().get(0);

        for (int length = 0; length < whole.length; length++) {
            if (parser.parse(Arrays.copyOf(whole, length)) instanceof Parsed parsed) {
                assertThat(parsed.transactions())
                        .as("cut after %d bytes", length)
                        .hasSize(1);
                BankTransaction payment = parsed.transactions().get(0);
                assertThat(payment.amount()).isEqualTo(genuinePayment.amount());
                assertThat(payment.variableSymbol()).isEqualTo(genuinePayment.variableSymbol());
                assertThat(payment.message()).isEqualTo(genuinePayment.message());
                assertThat(payment.counterpartyAccount()).isEqualTo(genuinePayment.counterpartyAccount());
                assertThat(payment.bankReference()).isEqualTo(genuinePayment.bankReference());
            }
        }
    }

    private BankMailOutcome parse(RawMail mail) {
        return parser.parse(mail.bytes());
    }

    /** Without the limits, so that the text itself is what is read. */
    private static BankMailParser patientParser() {
        return limited(new MailLimits(8 * MEGABYTE, 64, 8, 8 * MEGABYTE));
    }

    private static BankMailParser limited(MailLimits limits) {
        return new BankMailParser(TestMailbox.settings().limits(limits).build(), TestMailbox.CLOCK);
    }
}
