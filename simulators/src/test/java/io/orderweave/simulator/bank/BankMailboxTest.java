package io.orderweave.simulator.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.simulator.SimulatorClock;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BankMailboxTest {

    private static final String SECRET = "bank-5c0ffee5c0ffee5c@shop.example";
    private static final MailReceiver RECEIVER = new MailReceiver("mx.shop.example", SECRET);

    @TempDir
    Path folder;

    private final SimulatorClock clock = SimulatorClock.at(Instant.parse("2026-11-21T10:05:30Z"));
    private BankMailbox mailbox;

    @BeforeEach
    void open() {
        mailbox = new BankMailbox(folder, RECEIVER, clock);
    }

    @Test
    void fioOldMailsHaveLabelsAndNoCurrency() throws Exception {
        MimeMessage mail = read(mailbox.deliver(BankMailLayout.FIO_LABELS, flowers()));

        assertThat(mail.getSubject()).isEqualTo("Fio banka - prijem na konte");
        assertThat(mail.getContentType()).containsIgnoringCase("ISO-8859-2");
        assertThat(lines(mail))
                .containsExactly(
                        "Příjem na kontě: 2400123459",
                        "Částka: 12 345,60",
                        "VS: 2026000123",
                        "Zpráva příjemci: kytice růží",
                        "Aktuální zůstatek: 22 345,60",
                        "Protiúčet: 1000000005/0800",
                        "SS: ",
                        "KS: 0308",
                        "");
    }

    @Test
    void fioNewMailsTellTheDayAndTheCurrencyInASentence() throws Exception {
        MimeMessage mail = read(mailbox.deliver(BankMailLayout.FIO_PROSE, flowers()));

        assertThat(mail.getSubject()).isEqualTo("Fio banka - zmena zustatku");
        assertThat(lines(mail))
                .contains(
                        "zůstatek účtu 2400123459 se 21.11.2026 v 11:05 zvýšil o 12 345,60 CZK.",
                        "Protistrana: 1000000005/0800 (Alžběta Dvořáčková)",
                        "Typ pohybu: Okamžitá příchozí platba",
                        "ID pokynu: 4700001",
                        "Variabilní symbol: 2026000123",
                        "Konstantní symbol: 0308",
                        "Zpráva pro příjemce: kytice růží",
                        "Aktuální zůstatek: 22 345,60 CZK");
    }

    @Test
    void tatraMailsHaveNoDiacriticsAndAnIdInTheSubject() throws Exception {
        BankPayment payment = BankPayment.builder()
                .from(flowers())
                .currency("EUR")
                .ownAccount("SK3112000000198742637541")
                .counterpartyAccount("1100/000000-2945123456")
                .build();

        MimeMessage mail = read(mailbox.deliver(BankMailLayout.TATRA_BMAIL, payment));

        assertThat(mail.getSubject()).matches("Kredit na ucte \\(ID=211126/320001-1\\)");
        assertThat(lines(mail))
                .contains(
                        "21.11.2026 11:05 bol zostatok Vasho uctu SK3112000000198742637541 zvyseny o 12 345,60 EUR.",
                        "uctovny zostatok:                            22 345,60 EUR",
                        "Popis transakcie: CCINT 1100/000000-2945123456",
                        "Referencia platitela: /VS2026000123/SS/KS0308",
                        "Informacia pre prijemcu: kytice ruzi",
                        "Ucet protistrany: Alzbeta Dvorackova");
    }

    @ParameterizedTest
    @EnumSource
    void debitsAreToldApart(BankMailLayout layout) throws Exception {
        BankPayment debit = BankPayment.builder().from(flowers()).debit(true).build();

        String text = String.join("\n", lines(read(mailbox.deliver(layout, debit))));

        assertThat(text).containsAnyOf("Výdaj na kontě", "snížil o", "znizeny o");
        assertThat(text)
                .doesNotContain("Příjem na kontě", "zvýšil o", "zvyseny o")
                .contains("-2 345,60");
    }

    @Test
    void accountsWithoutABankCodeAndSpecialCharactersAreKept() throws Exception {
        BankPayment payment = BankPayment.builder()
                .amount(new BigDecimal("1"))
                .ownAccount("2400123459")
                .specificSymbol("77")
                .balance(new BigDecimal("0.5"))
                .message("a=b ~ {x} ")
                .build();

        assertThat(lines(read(mailbox.deliver(BankMailLayout.FIO_LABELS, payment))))
                .startsWith("Příjem na kontě: 2400123459", "Částka: 1,00", "VS: ", "Zpráva příjemci: a=b ~ {x} ")
                .contains("Aktuální zůstatek: 0,50", "SS: 77", "Protiúčet: /");
        assertThat(lines(read(mailbox.deliver(BankMailLayout.FIO_PROSE, payment))))
                .contains("Specifický symbol: 77")
                .noneMatch(line -> line.startsWith("Protistrana"));
    }

    @ParameterizedTest
    @EnumSource
    void genuineMailsPassAllChecks(BankMailLayout layout) throws Exception {
        MimeMessage mail = read(mailbox.deliver(layout, flowers()));
        String domain = layout.sender().substring(layout.sender().indexOf('@') + 1);

        assertThat(from(mail)).containsExactly(layout.sender());
        assertThat(mail.getHeader("Delivered-To")).containsExactly(SECRET);
        assertThat(results(mail))
                .startsWith("mx.shop.example;")
                .contains("dkim=pass header.d=" + domain)
                .contains("dmarc=pass")
                .contains("header.from=" + domain);
        assertThat(mail.getSentDate()).isEqualTo(clock.instant());
        assertThat(mail.getMessageID()).endsWith("@" + domain + ">");
    }

    @Test
    void forgedMailsAreWrongInOneWayEach() throws Exception {
        assertThat(from(forged(BankMailForgery.SPOOFED_DOMAIN)))
                .allSatisfy(address ->
                        assertThat(address).startsWith("automat@fio.cz.").doesNotEndWith("@fio.cz"));
        assertThat(results(forged(BankMailForgery.FAILED_AUTHENTICATION)))
                .contains("dkim=fail")
                .contains("dmarc=fail")
                .contains("header.from=fio.cz");
        assertThat(forged(BankMailForgery.NO_AUTHENTICATION).getHeader("Authentication-Results"))
                .isNull();
        assertThat(results(forged(BankMailForgery.MISALIGNED_AUTHENTICATION)))
                .contains("dmarc=pass")
                .doesNotContain("fio.cz");
        assertThat(results(forged(BankMailForgery.FOREIGN_AUTHENTICATION)))
                .startsWith("mx.shop.example.")
                .contains("dmarc=pass")
                .contains("header.from=fio.cz");
        assertThat(forged(BankMailForgery.OTHER_RECIPIENT).getHeader("Delivered-To"))
                .doesNotContain(SECRET);
        assertThat(forged(BankMailForgery.TWO_SENDERS).getHeader("From")).hasSize(2);
    }

    @Test
    void forgedMailsReadLikeGenuineOnes() throws Exception {
        List<String> genuine = lines(read(mailbox.deliver(BankMailLayout.FIO_LABELS, flowers())));

        for (BankMailForgery forgery : BankMailForgery.values()) {
            assertThat(lines(forged(forgery))).isEqualTo(genuine);
        }
    }

    @Test
    void mailsCanComeTwice() throws Exception {
        Path first = mailbox.deliver(BankMailLayout.FIO_PROSE, flowers());

        Path again = mailbox.deliverAgain(first);

        assertThat(again).isNotEqualTo(first).hasSameBinaryContentAs(first);
        assertThat(read(mailbox.deliver(BankMailLayout.FIO_PROSE, flowers())).getMessageID())
                .isNotEqualTo(read(first).getMessageID());
    }

    @Test
    void fileNamesRiseAlsoAfterARestart() throws Exception {
        mailbox.deliver(BankMailLayout.FIO_PROSE, flowers());
        mailbox.deliver(BankMailLayout.TATRA_BMAIL, flowers());
        clock.advance(Duration.ofDays(1));

        new BankMailbox(folder, RECEIVER, clock).deliver(BankMailLayout.FIO_LABELS, flowers());

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "000001-fio_prose.eml", "000002-tatra_bmail.eml", "000003-fio_labels.eml");
        }
    }

    @Test
    void longLinesAreFoldedAndStillRead() throws Exception {
        String message = "žluťoučký kůň ".repeat(20).strip();
        BankPayment payment =
                BankPayment.builder().from(flowers()).message(message).build();

        Path file = mailbox.deliver(BankMailLayout.FIO_PROSE, payment);

        String mail = Files.readString(file, StandardCharsets.US_ASCII);
        String body = mail.substring(mail.indexOf("\r\n\r\n"));
        assertThat(body.split("\r\n", -1)).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(76));
        assertThat(mail.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(lines(read(file))).contains("Zpráva pro příjemce: " + message);
    }

    @Test
    void aMessageCannotBeginALabelOfItsOwn() throws Exception {
        BankPayment payment =
                BankPayment.builder().from(flowers()).message("x\nVS: 999").build();

        assertThat(lines(read(mailbox.deliver(BankMailLayout.FIO_LABELS, payment))))
                .contains("Zpráva příjemci: x VS: 999", "VS: 2026000123")
                .doesNotContain("VS: 999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.001"})
    void amountsArePositiveWithTwoDecimals(String amount) {
        assertThatThrownBy(() -> BankPayment.received(amount, "CZK", "2400123459/2010", "1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSecretAddressIsInNoText() {
        assertThat(RECEIVER.toString()).doesNotContain(SECRET);
    }

    private MimeMessage forged(BankMailForgery forgery) throws Exception {
        return read(mailbox.forge(BankMailLayout.FIO_LABELS, flowers(), forgery));
    }

    private static BankPayment flowers() {
        return BankPayment.builder()
                .amount(new BigDecimal("12345.6"))
                .ownAccount("2400123459/2010")
                .counterpartyAccount("1000000005/0800")
                .counterpartyName("Alžběta Dvořáčková")
                .variableSymbol("2026000123")
                .constantSymbol("0308")
                .message("kytice růží")
                .build();
    }

    private static MimeMessage read(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            return new MimeMessage(Session.getInstance(new Properties()), in);
        }
    }

    private static List<String> lines(MimeMessage mail) throws Exception {
        return List.of(((String) mail.getContent()).split("\r?\n", -1));
    }

    private static String results(MimeMessage mail) throws Exception {
        return mail.getHeader("Authentication-Results", null);
    }

    private static List<String> from(MimeMessage mail) throws Exception {
        return Arrays.stream(mail.getFrom())
                .map(address -> ((InternetAddress) address).getAddress())
                .toList();
    }
}
