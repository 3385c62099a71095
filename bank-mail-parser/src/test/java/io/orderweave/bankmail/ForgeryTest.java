package io.orderweave.bankmail;

import static io.orderweave.bankmail.Outcomes.assertRejected;
import static io.orderweave.bankmail.Outcomes.onlyTransaction;

import io.orderweave.bankmail.BankMailOutcome.Parsed;
import java.time.Clock;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One test per way in which somebody could write a payment. Each begins with a mail that would be read. */
class ForgeryTest {

    private static final String VERDICTS = "Authentication-Results";
    private static final String PASSING = TestMailbox.AUTHSERV_ID + "; dmarc=pass header.from=fio.cz";

    private final BankMailParser parser = TestMailbox.parser();
    private final RawMail genuine = RawMail.fixture("fio-labels-credit");

    @Test
    void readsTheGenuineMailThatTheForgeriesAreMadeOf() {
        Assertions.assertThat(parse(genuine)).isInstanceOf(Parsed.class);
        Assertions.assertThat(parse(genuine.withField(VERDICTS, PASSING))).isInstanceOf(Parsed.class);
    }

    @Nested
    class Envelope {

        @Test
        void rejectsAMailThatWasNotDeliveredToTheSecretAddress() {
            assertRejected(parse(genuine.withoutField("X-Original-To")), RejectionReason.NOT_ADDRESSED_TO_MAILBOX);
        }

        @Test
        void doesNotBelieveTheSendersTo() {
            RawMail other = genuine.withField("X-Original-To", "info@mail.shop.example")
                    .withField("To", TestMailbox.ADDRESS)
                    .withFieldBelow("Cc", TestMailbox.ADDRESS);

            assertRejected(parse(other), RejectionReason.NOT_ADDRESSED_TO_MAILBOX);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "bmail-k7x2m4qd9w3r5t8z6b1n0c2v4j@mail.shop.example.evil.example",
                    "xbmail-k7x2m4qd9w3r5t8z6b1n0c2v4j@mail.shop.example",
                    "bmail-k7x2m4qd9w3r5t8z6b1n0c2v4@mail.shop.example",
                    "bmail-k7x2m4qd9w3r5t8z6b1n0c2v4j@mail.shop.example, info@mail.shop.example"
                })
        void takesNoOtherAddressForTheSecretOne(String address) {
            assertRejected(
                    parse(genuine.withField("X-Original-To", address)), RejectionReason.NOT_ADDRESSED_TO_MAILBOX);
        }

        @Test
        void knowsTheSecretAddressWhereverTheServerWroteIt() {
            RawMail delivered = genuine.withoutField("X-Original-To")
                    .withFieldOnTop("Delivered-To", "<" + TestMailbox.ADDRESS + ">");

            Assertions.assertThat(parse(delivered)).isInstanceOf(Parsed.class);
        }

        @Test
        void takesBothAddressesDuringAChange() {
            SecretAddress next = SecretAddress.of("bmail-2222222222aaaaaaaaaa333333@mail.shop.example");
            BankMailbox changing = TestMailbox.settings().addRecipient(next).build();
            BankMailParser both = new BankMailParser(changing, TestMailbox.CLOCK);

            Assertions.assertThat(both.parse(genuine.bytes())).isInstanceOf(Parsed.class);
            Assertions.assertThat(both.parse(
                            genuine.withField("X-Original-To", next.reveal()).bytes()))
                    .isInstanceOf(Parsed.class);
        }
    }

    @Nested
    class From {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "automat@fio.cz, attacker@evil.example",
                    "attacker@evil.example, automat@fio.cz",
                    "<automat@fio.cz> <attacker@evil.example>",
                    "Fio: automat@fio.cz;",
                    "automat@fio.cz@evil.example",
                    "automat@fio.cz.",
                    "\"automat@fio.cz",
                    ""
                })
        void rejectsAFromThatIsNotOnePlainAddress(String from) {
            assertRejected(parse(genuine.withField("From", from)), RejectionReason.SENDER_UNCLEAR);
        }

        @Test
        void rejectsTwoFroms() {
            assertRejected(
                    parse(genuine.withFieldBelow("From", "attacker@evil.example")), RejectionReason.SENDER_UNCLEAR);
        }

        @Test
        void rejectsAMailWithoutFrom() {
            assertRejected(parse(genuine.withoutField("From")), RejectionReason.SENDER_UNCLEAR);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "automat@fio.cz.evil.example",
                    "automat@xn--fo-lja.cz",
                    "automat@mail.XN--fo-lja.cz",
                    "automat@fıo.cz",
                    "info@\u212Ab.cz"
                })
        void rejectsALookalike(String from) {
            assertRejected(parse(genuine.withField("From", from)), RejectionReason.SENDER_LOOKALIKE);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "automat@evilfio.cz",
                    "automat@mail.fio.cz",
                    "automat@cz",
                    "\"automat@fio.cz\" <attacker@evil.example>",
                    "Fio banka <automat@fio.sk>"
                })
        void rejectsEveryOtherDomain(String from) {
            assertRejected(parse(genuine.withField("From", from)), RejectionReason.SENDER_UNKNOWN);
        }
    }

    @Nested
    class Verdict {

        @Test
        void rejectsAMailWithoutAVerdict() {
            assertRejected(parse(genuine.withoutField(VERDICTS)), RejectionReason.AUTHENTICATION_MISSING);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "mx.shop.example.evil.example",
                    "evil.mx.shop.example",
                    "shop.example",
                    "MX.SHOP.EXAMPLE",
                    "\"evil mx.shop.example\""
                })
        void takesNoOtherServerForTheOwnOne(String server) {
            assertRejected(
                    parse(genuine.withField(VERDICTS, server + "; dmarc=pass header.from=fio.cz")),
                    RejectionReason.AUTHENTICATION_MISSING);
        }

        @Test
        void asksOnlyTheTopmostVerdictOfTheOwnServer() {
            RawMail forgedBelow = genuine.withField(VERDICTS, PASSING)
                    .withFieldOnTop(VERDICTS, TestMailbox.AUTHSERV_ID + "; dmarc=fail header.from=fio.cz");

            assertRejected(parse(forgedBelow), RejectionReason.AUTHENTICATION_FAILED);
        }

        @Test
        void passesOverTheVerdictsOfOtherServers() {
            RawMail strangerOnTop = genuine.withField(
                            VERDICTS, TestMailbox.AUTHSERV_ID + "; dmarc=fail header.from=fio.cz")
                    .withFieldOnTop(VERDICTS, "mx.evil.example; dmarc=pass header.from=fio.cz");

            assertRejected(parse(strangerOnTop), RejectionReason.AUTHENTICATION_FAILED);
        }

        @Test
        void looksNoFurtherThanAMalformedVerdict() {
            RawMail malformedOnTop =
                    genuine.withField(VERDICTS, PASSING).withFieldOnTop(VERDICTS, TestMailbox.AUTHSERV_ID + "; dmarc=");

            assertRejected(parse(malformedOnTop), RejectionReason.AUTHENTICATION_MALFORMED);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "dmarc=pass header.from=evil.example",
                    "dmarc=pass header.from=fio.cz.evil.example",
                    "dmarc=pass header.from=mail.fio.cz",
                    "dmarc=pass",
                    "dmarc=fail header.from=fio.cz",
                    "dmarc=none header.from=fio.cz",
                    "dmarc=bestguesspass header.from=fio.cz",
                    "dkim=pass header.d=evil.example header.i=@fio.cz",
                    "dkim=pass header.d=cz",
                    "dkim=pass header.d=evilfio.cz",
                    "dkim=pass header.d=fio.cz.evil.example",
                    "dkim=pass header.i=fio.cz@evil.example",
                    "dkim=pass header.s=fio.cz",
                    "dkim=fail header.d=fio.cz",
                    "spf=pass smtp.mailfrom=fio.cz",
                    "arc=pass header.d=fio.cz",
                    "dkim=fail (dmarc=pass header.from=fio.cz) header.d=fio.cz",
                    "spf=pass smtp.mailfrom=\"x; dmarc=pass header.from=fio.cz\"",
                    "none"
                })
        void rejectsWhatDoesNotPassForTheDomainOfTheBank(String results) {
            assertRejected(
                    parse(genuine.withField(VERDICTS, TestMailbox.AUTHSERV_ID + "; " + results)),
                    RejectionReason.AUTHENTICATION_FAILED);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "dmarc=fail header.from=fio.cz; dmarc=pass header.from=fio.cz",
                    "dmarc=pass header.from=evil.example header.from=fio.cz",
                    "dmarc=pass action=none header.from=fio.cz",
                    "dmarc=pass (header.from=fio.cz",
                    "dmarc=pass header.from=fio.cz;"
                })
        void rejectsAVerdictThatCouldBeReadInTwoWays(String results) {
            assertRejected(
                    parse(genuine.withField(VERDICTS, TestMailbox.AUTHSERV_ID + "; " + results)),
                    RejectionReason.AUTHENTICATION_MALFORMED);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "dkim=pass header.d=fio.cz",
                    "dkim=pass header.d=mailing.fio.cz",
                    "dkim=pass header.i=@fio.cz header.s=a header.b=abcd1234",
                    "dkim=pass header.i=notice@mailing.fio.cz",
                    "dkim=fail header.d=list.example; dkim=pass header.d=FIO.CZ",
                    "dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=Fio.cz",
                    "dkim=fail header.d=fio.cz; DMARC=Pass header.from=fio.cz"
                })
        void acceptsWhatPassesForTheDomainOfTheBank(String results) {
            Assertions.assertThat(parse(genuine.withField(VERDICTS, TestMailbox.AUTHSERV_ID + "; " + results)))
                    .isInstanceOf(Parsed.class);
        }

        @Test
        void warnReadsAndTells() {
            BankMailbox trial =
                    TestMailbox.settings().policy(AuthenticationPolicy.WARN).build();
            BankMailParser lenient = new BankMailParser(trial, TestMailbox.CLOCK);

            onlyTransaction(lenient.parse(genuine.withoutField(VERDICTS).bytes()), Authenticity.UNVERIFIED);
            onlyTransaction(lenient.parse(genuine.bytes()), Authenticity.VERIFIED);
        }

        @Test
        void offDoesNotAsk() {
            BankMailbox open =
                    TestMailbox.settings().policy(AuthenticationPolicy.OFF).build();

            onlyTransaction(
                    new BankMailParser(open, TestMailbox.CLOCK)
                            .parse(genuine.withoutField(VERDICTS).bytes()),
                    Authenticity.UNCHECKED);
        }

        @ParameterizedTest
        @EnumSource(
                value = AuthenticationPolicy.class,
                names = {"WARN", "OFF"})
        void lenientPoliciesStillAskForSecretAddressAndBank(AuthenticationPolicy policy) {
            BankMailParser lenient =
                    new BankMailParser(TestMailbox.settings().policy(policy).build(), TestMailbox.CLOCK);

            assertRejected(
                    lenient.parse(genuine.withoutField("X-Original-To").bytes()),
                    RejectionReason.NOT_ADDRESSED_TO_MAILBOX);
            assertRejected(
                    lenient.parse(genuine.withField("From", "automat@fio.cz.evil.example")
                            .bytes()),
                    RejectionReason.SENDER_LOOKALIKE);
        }
    }

    @Nested
    class Content {

        @ParameterizedTest
        @ValueSource(strings = {"Re: Fio banka", "FW: Fio banka", "Fwd : Fio", "Re[2]: Fio", "Odp: Fio", "WG: Fio"})
        void rejectsARepliedOrForwardedSubject(String subject) {
            assertRejected(parse(genuine.withField("Subject", subject)), RejectionReason.REPLY_OR_FORWARD);
        }

        @ParameterizedTest
        @ValueSource(strings = {"In-Reply-To", "References"})
        void rejectsAMailThatRefersToAnother(String field) {
            assertRejected(parse(genuine.withField(field, "<a@shop.example>")), RejectionReason.REPLY_OR_FORWARD);
        }

        @Test
        void takesAnOrdinaryColonForNoMark() {
            Assertions.assertThat(parse(genuine.withField("Subject", "Fio banka: prijem na konte")))
                    .isInstanceOf(Parsed.class);
        }

        @Test
        void rejectsAGenuineNoticeAboutSomebodyElsesAccount() {
            assertRejected(parse(genuine.replacing("2600457891", "2600457892")), RejectionReason.FOREIGN_ACCOUNT);
        }

        @ParameterizedTest
        @ValueSource(strings = {"Thu, 19 Nov 2020 10:15:42 +0100", "Thu, 26 Nov 2026 10:15:42 +0100"})
        void rejectsANoticeOfAnotherTime(String date) {
            assertRejected(parse(genuine.withField("Date", date)), RejectionReason.OUTSIDE_DATE_WINDOW);
        }

        @Test
        void rejectsAnOldNoticeSentAgainWithANewDate() {
            RawMail prose = RawMail.fixture("fio-prose-credit-html-only");
            Clock later = Clock.offset(TestMailbox.CLOCK, Duration.ofDays(90));
            RawMail again = prose.withField("Date", "Wed, 17 Feb 2027 10:00:00 +0100");

            assertRejected(
                    new BankMailParser(TestMailbox.settings().build(), later).parse(again.bytes()),
                    RejectionReason.OUTSIDE_DATE_WINDOW);
        }
    }

    private BankMailOutcome parse(RawMail mail) {
        return parser.parse(mail.bytes());
    }
}
