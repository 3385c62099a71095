package io.orderweave.bankmail;

import static io.orderweave.bankmail.Outcomes.assertUnreadable;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.bankmail.BankMailOutcome.Ignored;
import io.orderweave.bankmail.BankMailOutcome.Parsed;
import io.orderweave.money.Money;
import io.orderweave.payment.BankTransaction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BankMailParserTest {

    private final BankMailParser parser = TestMailbox.parser();

    @Nested
    class FioLabels {

        @Test
        void readsEveryFieldOfACredit() {
            BankTransaction payment = onlyTransaction(RawMail.fixture("fio-labels-credit"));

            assertThat(payment.amount()).isEqualTo(Money.of("12480.50", "CZK"));
            assertThat(payment.bookedOn()).isEqualTo(LocalDate.of(2026, 11, 19));
            assertThat(payment.receivedAt()).isEqualTo(Instant.parse("2026-11-19T09:15:42Z"));
            assertThat(payment.ownAccount()).isEqualTo("2600457891/2010");
            assertThat(payment.variableSymbol()).contains("2026110017");
            assertThat(payment.specificSymbol()).isEmpty();
            assertThat(payment.constantSymbol()).contains("0308");
            assertThat(payment.message()).contains("Objednávka č. 2026110017, děkuji");
            assertThat(payment.counterpartyAccount()).contains("19-4028810247/0100");
            assertThat(payment.counterpartyName()).isEmpty();
            assertThat(payment.bankReference()).isEmpty();
            assertThat(payment.balanceAfter()).contains(Money.of("305112.75", "CZK"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "fio-labels-credit-cp1250-qp",
                    "fio-labels-credit-cp1250-undeclared",
                    "fio-labels-credit-mojibake",
                    "fio-labels-credit-nbsp"
                })
        void readsTheSameThroughEveryDamageOfTheTransport(String damaged) {
            assertThat(onlyTransaction(RawMail.fixture(damaged)))
                    .isEqualTo(onlyTransaction(RawMail.fixture("fio-labels-credit")));
        }

        @Test
        void takesTheCurrencyFromTheOwnAccount() {
            BankMailbox inEuro = BankMailbox.builder()
                    .from(TestMailbox.settings().build())
                    .ownAccounts(List.of(new OwnAccount(TestMailbox.FIO_ACCOUNT, Currency.getInstance("EUR"))))
                    .build();
            BankMailOutcome outcome = new BankMailParser(inEuro, TestMailbox.CLOCK)
                    .parse(RawMail.fixture("fio-labels-credit").bytes());

            assertThat(((Parsed) outcome).transactions().get(0).amount()).isEqualTo(Money.of("12480.50", "EUR"));
        }

        @Test
        void believesTheCurrencyOfTheNoticeWhereThereIsOne() {
            RawMail mail = RawMail.fixture("fio-labels-credit").replacing("12 480,50", "12 480,50 EUR");

            assertThat(onlyTransaction(mail).amount()).isEqualTo(Money.of("12480.50", "EUR"));
        }

        @ParameterizedTest
        @CsvSource({
            "fio-labels-debit-iban, DEBIT",
            "fio-labels-card-debit, CARD_PAYMENT",
            "fio-labels-card-refund, CARD_REFUND"
        })
        void ignoresWhatPaysNoOrder(String name, IgnoredReason reason) {
            assertThat(parser.parse(RawMail.fixture(name).bytes())).isEqualTo(new Ignored(reason));
        }

        @Test
        void needsADateFromTheMail() {
            RawMail undated = RawMail.fixture("fio-labels-credit").withoutField("Date");

            assertUnreadable(parser.parse(undated.bytes()), UnreadableReason.NO_DATE);
        }
    }

    @Nested
    class FioProse {

        @Test
        void readsEveryFieldOfACredit() {
            BankTransaction payment = onlyTransaction(RawMail.fixture("fio-prose-credit"));

            assertThat(payment.amount()).isEqualTo(Money.of("2399.00", "CZK"));
            assertThat(payment.bookedOn()).isEqualTo(LocalDate.of(2026, 11, 19));
            assertThat(payment.ownAccount()).isEqualTo("2600457891/2010");
            assertThat(payment.variableSymbol()).contains("2026118");
            assertThat(payment.specificSymbol()).isEmpty();
            assertThat(payment.constantSymbol()).contains("0308");
            assertThat(payment.message()).contains("faktura 2026118");
            assertThat(payment.counterpartyAccount()).contains("4028810247/0800");
            assertThat(payment.counterpartyName()).contains("Hana Vzorová (OSVČ)");
            assertThat(payment.bankReference()).contains("30118855204");
            assertThat(payment.balanceAfter()).contains(Money.of("306720.05", "CZK"));
        }

        @Test
        void readsTheSameFromHtmlAlone() {
            assertThat(onlyTransaction(RawMail.fixture("fio-prose-credit-html-only")))
                    .isEqualTo(onlyTransaction(RawMail.fixture("fio-prose-credit")));
        }

        @Test
        void passesOverAttachments() {
            assertThat(onlyTransaction(RawMail.fixture("fio-prose-credit-attachments")))
                    .isEqualTo(onlyTransaction(RawMail.fixture("fio-prose-credit")));
        }

        @Test
        void doesNotBelieveAMailFromTheFuture() {
            RawMail mail = RawMail.fixture("fio-prose-credit").withField("Date", "Sun, 1 Jan 2040 00:00:00 +0000");

            assertThat(onlyTransaction(mail).receivedAt()).isEqualTo(TestMailbox.CLOCK.instant());
        }

        @Test
        void ignoresADebit() {
            assertThat(parser.parse(RawMail.fixture("fio-prose-debit").bytes()))
                    .isEqualTo(new Ignored(IgnoredReason.DEBIT));
        }

        @Test
        void refusesTextsThatDisagree() {
            // The HTML part writes the amount with a no-break blank, the plain part does not.
            RawMail mail = RawMail.fixture("fio-prose-credit").replacing("o 2 399,00", "o 2 399,01");

            assertUnreadable(parser.parse(mail.bytes()), UnreadableReason.AMBIGUOUS_NOTICE);
        }
    }

    @Nested
    class TatraBmail {

        @Test
        void readsEveryFieldOfACredit() {
            BankTransaction payment = onlyTransaction(RawMail.fixture("tatra-credit"));

            assertThat(payment.amount()).isEqualTo(Money.of("1089.90", "EUR"));
            assertThat(payment.bookedOn()).isEqualTo(LocalDate.of(2026, 11, 18));
            assertThat(payment.ownAccount()).isEqualTo(TestMailbox.TATRA_ACCOUNT);
            assertThat(payment.variableSymbol()).contains("2026119");
            assertThat(payment.specificSymbol()).isEmpty();
            assertThat(payment.constantSymbol()).contains("0308");
            assertThat(payment.message()).contains("objednavka 2026119");
            assertThat(payment.counterpartyAccount()).contains("0900/000000-5120046738");
            assertThat(payment.counterpartyName()).contains("VZOR JAN");
            assertThat(payment.bankReference()).contains("181126/204417-2");
            assertThat(payment.balanceAfter()).contains(Money.of("14210.33", "EUR"));
        }

        @Test
        void ignoresADebit() {
            assertThat(parser.parse(RawMail.fixture("tatra-debit").bytes()))
                    .isEqualTo(new Ignored(IgnoredReason.DEBIT));
        }

        @Test
        void leavesANumberInTheMessageToTheMatcher() {
            BankTransaction payment = onlyTransaction(RawMail.fixture("tatra-vs-in-message"));

            assertThat(payment.variableSymbol()).isEmpty();
            assertThat(payment.message()).contains("VS2026120");
        }

        @Test
        void keepsAReferenceThatIsNoSymbolAsTheWordsOfThePayer() {
            BankTransaction payment = onlyTransaction(RawMail.fixture("tatra-sepa-reference"));

            assertThat(payment.variableSymbol()).isEmpty();
            assertThat(payment.message()).contains("INV-2026-121");
            assertThat(payment.counterpartyAccount()).isEmpty();
        }
    }

    @Nested
    class OtherMails {

        @Test
        void tellsABankThatIsNotReadYet() {
            RawMail mail = from("info@airbank.cz", "airbank.cz");

            assertUnreadable(parser.parse(mail.bytes()), UnreadableReason.BANK_NOT_SUPPORTED);
        }

        @Test
        void neverReadsANoticeOfOneBankByTheLayoutOfAnother() {
            RawMail mail = from("b-mail@tatrabanka.sk", "tatrabanka.sk");

            assertUnreadable(parser.parse(mail.bytes()), UnreadableReason.UNKNOWN_LAYOUT);
        }

        @ParameterizedTest
        @CsvSource({
            "'Přihlásili jste se do internetbankingu.', UNKNOWN_LAYOUT",
            "'Výpis z účtu 2600457891 najdete v příloze.\nVS: 1', UNKNOWN_LAYOUT",
            "'-----BEGIN PGP MESSAGE-----\n\nhQEMA', ENCRYPTED",
            "'  \n ', NO_TEXT"
        })
        void tellsWhyAMailOfTheBankIsNoNotice(String body, UnreadableReason reason) {
            assertUnreadable(
                    parser.parse(
                            RawMail.fixture("fio-labels-credit").withBody(body).bytes()),
                    reason);
        }

        @Test
        void tellsAMailThatHasOnlyAttachments() {
            RawMail mail = RawMail.fixture("fio-labels-credit")
                    .withFieldOnTop("Content-Disposition", "attachment; filename=a.txt");

            assertUnreadable(parser.parse(mail.bytes()), UnreadableReason.NO_TEXT);
        }

        @Test
        void readsNoTextOfAnotherKind() {
            RawMail mail =
                    RawMail.fixture("fio-labels-credit").withField("Content-Type", "text/calendar; charset=utf-8");

            assertUnreadable(parser.parse(mail.bytes()), UnreadableReason.NO_TEXT);
        }

        private RawMail from(String address, String domain) {
            return RawMail.fixture("fio-labels-credit")
                    .replacing("Fio banka <automat@fio.cz>", address)
                    .replacing("=fio.cz", "=" + domain)
                    .replacing("@fio.cz", "@" + domain);
        }
    }

    private BankTransaction onlyTransaction(RawMail mail) {
        return Outcomes.onlyTransaction(parser.parse(mail.bytes()), Authenticity.VERIFIED);
    }
}
