package io.orderweave.bankmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderweave.bankmail.BankMailOutcome.Ignored;
import io.orderweave.bankmail.BankMailOutcome.Parsed;
import io.orderweave.bankmail.internal.AccountNumber;
import io.orderweave.bankmail.internal.AmountText;
import io.orderweave.bankmail.internal.Bank;
import io.orderweave.bankmail.internal.Movement;
import io.orderweave.bankmail.internal.NoticeReader;
import io.orderweave.bankmail.internal.PaymentSymbol;
import io.orderweave.money.Money;
import io.orderweave.payment.BankTransaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The public samples of others, with the values that were read from them. They are not part of this project: set the variable
 * ORDERWEAVE_REFERENCE to the folder that holds {@code samples/bank-mails} to run these tests.
 */
class ReferenceMailsTest {

    private static final String VARIABLE = "ORDERWEAVE_REFERENCE";
    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeAll
    static void findSamples() {
        assumeTrue(folder().isPresent(), VARIABLE + " is not set: the public samples of bank mails are not checked");
        assertThat(folder().orElseThrow()).isDirectory();
    }

    static Stream<Sample> supported() {
        return samples("fio-", "tatrabanka-bmail-");
    }

    static Stream<Sample> others() {
        return samples("")
                .filter(sample -> Stream.concat(supported(), adversarial()).noneMatch(sample::equals));
    }

    @ParameterizedTest
    @MethodSource("supported")
    void readsEveryValueOfASupportedLayout(Sample sample) throws Exception {
        JsonNode expected = sample.expected().path("transactions");
        List<Movement> movements = NoticeReader.read(sample.bank(), sample.subject(), List.of(sample.text()), false);

        assertThat(movements).hasSameSizeAs(expected);
        for (int i = 0; i < movements.size(); i++) {
            assertMovement(movements.get(i), expected.get(i), sample);
        }
    }

    @ParameterizedTest
    @MethodSource("supported")
    void makesAPaymentOfACreditAndNothingOfTheRest(Sample sample) {
        BankMailOutcome outcome = sample.parser().parse(sample.mail());

        switch (sample.expected().path("classification").asText()) {
            case "payment" -> {
                assertThat(outcome).isInstanceOf(Parsed.class);
                assertPayment(((Parsed) outcome).transactions(), sample);
            }
            case "debit", "card-refund" -> assertThat(outcome).isInstanceOf(Ignored.class);
            case "unparseable" -> assertThat(outcome).isInstanceOf(BankMailOutcome.Unreadable.class);
            default -> throw new AssertionError("unknown classification of " + sample);
        }
    }

    @ParameterizedTest
    @MethodSource("others")
    void takesNoPaymentFromAnyOtherMail(Sample sample) throws Exception {
        assertThat(sample.parser().parse(sample.mail()))
                .isNotInstanceOf(Parsed.class)
                .isNotInstanceOf(Ignored.class);
        for (Bank bank : Bank.read()) {
            assertThat(NoticeReader.read(bank, sample.subject(), List.of(sample.text()), true))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("adversarial")
    void rejectsTheForgery(Sample sample) {
        RawMail mail = new RawMail(sample.content(StandardCharsets.ISO_8859_1))
                .withFieldOnTop("Delivered-To", TestMailbox.ADDRESS)
                .withFieldOnTop(
                        "Authentication-Results", "mx.shop.example; dmarc=pass header.from=fio.cz.evil.example");

        Outcomes.assertRejected(sample.parser().parse(mail.bytes()), RejectionReason.SENDER_LOOKALIKE);
    }

    static Stream<Sample> adversarial() {
        return samples("adversarial-");
    }

    private static void assertMovement(Movement movement, JsonNode expected, Sample sample) {
        assertThat(Optional.of(movement.direction().name())).isEqualTo(value(expected, "direction"));
        assertThat(Optional.of(movement.amount().value())).isEqualTo(number(expected, "amount"));
        movement.amount().currency().ifPresent(currency -> assertThat(currency).isEqualTo(sample.currency()));
        assertThat(Optional.of(movement.ownAccount().text())).isEqualTo(value(expected, "ownAccount"));
        assertThat(movement.variableSymbol().map(PaymentSymbol::written)).isEqualTo(value(expected, "vs"));
        assertThat(movement.variableSymbol().map(PaymentSymbol::digits)).isEqualTo(value(expected, "vsNormalized"));
        assertThat(movement.specificSymbol().map(PaymentSymbol::written)).isEqualTo(symbol(expected, "ss"));
        assertThat(movement.constantSymbol().map(PaymentSymbol::written)).isEqualTo(symbol(expected, "ks"));
        assertThat(movement.counterparty().map(AccountNumber::text)).isEqualTo(value(expected, "counterpartyAccount"));
        assertThat(movement.counterpartyName()).isEqualTo(value(expected, "counterpartyName"));
        assertThat(movement.message()).isEqualTo(value(expected, "message"));
        assertThat(movement.bookedOn().map(LocalDate::toString)).isEqualTo(value(expected, "date"));
        assertThat(movement.bookedAt().map(LocalTime::toString)).isEqualTo(value(expected, "time"));
        assertThat(movement.balance().map(AmountText::value)).isEqualTo(number(expected, "balance"));
        // The samples look for a reference in the body only; Tatra banka has its own in the subject.
        if (!sample.subject().contains("(ID=")) {
            assertThat(movement.bankReference()).isEqualTo(value(expected, "bankRef"));
        }
    }

    private static void assertPayment(List<BankTransaction> payments, Sample sample) {
        JsonNode expected = sample.expected().path("transactions").path(0);
        assertThat(payments).hasSize(1);
        assertThat(Optional.of(payments.get(0).amount()))
                .isEqualTo(number(expected, "amount").map(amount -> Money.of(amount, sample.currency())));
        assertThat(payments.get(0).variableSymbol()).isEqualTo(value(expected, "vsNormalized"));
    }

    /** The samples keep a symbol of zeros; here it is none, as banks mean it. */
    private static Optional<String> symbol(JsonNode node, String field) {
        return value(node, field).filter(symbol -> symbol.chars().anyMatch(c -> c != '0'));
    }

    private static Optional<BigDecimal> number(JsonNode node, String field) {
        return value(node, field).map(BigDecimal::new);
    }

    private static Optional<String> value(JsonNode node, String field) {
        return node.hasNonNull(field) ? Optional.of(node.get(field).asText()) : Optional.empty();
    }

    private static Optional<Path> folder() {
        return Optional.ofNullable(System.getenv(VARIABLE))
                .map(folder -> Path.of(folder).resolve("samples").resolve("bank-mails"));
    }

    private static Stream<Sample> samples(String... prefixes) {
        if (folder().isEmpty()) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder().get())) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".json") && !name.endsWith(".md"))
                    .filter(name -> Stream.of(prefixes).anyMatch(name::startsWith))
                    .sorted()
                    .map(Sample::new)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sample: a body, or a whole mail, with what was read from it. */
    record Sample(String name) {

        JsonNode expected() {
            try {
                return JSON.readTree(resolve(name.substring(0, name.lastIndexOf('.')) + ".expected.json")
                        .toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String content(Charset charset) {
            try {
                return Files.readString(resolve(name), charset);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String text() {
            return content(StandardCharsets.UTF_8);
        }

        String subject() {
            return expected().path("subject").asText();
        }

        Bank bank() {
            return name.startsWith("fio") ? Bank.FIO_CZ : Bank.TATRABANKA_SK;
        }

        Currency currency() {
            return Currency.getInstance(value(transaction(), "currency").orElse("CZK"));
        }

        private JsonNode transaction() {
            return expected().path("transactions").path(0);
        }

        /** The sample as it would arrive at a shop that has the sample's account. */
        byte[] mail() {
            String address = sender();
            String domain = address.substring(address.lastIndexOf('@') + 1);
            String verdict = TestMailbox.AUTHSERV_ID + "; dmarc=pass header.from=" + domain;
            RawMail whole = name.endsWith(".eml")
                    ? new RawMail(content(StandardCharsets.ISO_8859_1).replaceAll("\r?\n", "\r\n"))
                    : new RawMail("MIME-Version: 1.0\r\n\r\n")
                            .withField("Content-Type", contentType() + "; charset=utf-8")
                            .withField("Content-Transfer-Encoding", "8bit")
                            .withBody(text());
            return whole.withoutField("Delivered-To")
                    .withField("From", address)
                    .withField("Subject", subject())
                    .withField("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(arrival()))
                    .withField("Authentication-Results", verdict)
                    .withField("Delivered-To", TestMailbox.ADDRESS)
                    .bytes();
        }

        BankMailParser parser() {
            String own = value(transaction(), "ownAccount")
                    .filter(account -> AccountNumber.parse(account).isPresent())
                    .orElse("1/0100");
            BankMailbox mailbox = BankMailbox.builder()
                    .from(TestMailbox.settings().build())
                    .addOwnAccount(new OwnAccount(own, currency()))
                    .build();
            return new BankMailParser(mailbox, Clock.fixed(arrival().toInstant(), ZoneOffset.UTC));
        }

        private String contentType() {
            return name.endsWith(".html") ? "text/html" : "text/plain";
        }

        private OffsetDateTime arrival() {
            return value(expected(), "receivedAt")
                    .map(OffsetDateTime::parse)
                    .orElseGet(
                            () -> LocalDate.parse(value(transaction(), "date").orElse("2026-08-01"))
                                    .atTime(23, 0)
                                    .atOffset(ZoneOffset.UTC));
        }

        private String sender() {
            String from = expected().path("from").asText();
            int bracket = from.indexOf('<');
            String address = bracket < 0 ? from : from.substring(bracket + 1, from.indexOf('>'));
            return address.contains(" ") ? address.substring(0, address.indexOf(' ')) : address;
        }

        private static Path resolve(String file) {
            return folder().orElseThrow().resolve(file);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
