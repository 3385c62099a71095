package io.orderweave.simulator.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderweave.simulator.ReferenceData;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Written from a real mail's values, the simulated mail has that mail's lines. */
class BankMailReferenceTest {

    @ParameterizedTest
    @CsvSource({
        "fio-01-credit, FIO_LABELS",
        "fio-02-debit, FIO_LABELS",
        "fio-13-credit, FIO_LABELS",
        "fio-04-prose-credit-2026-08, FIO_PROSE",
        "tatrabanka-bmail-01-credit, TATRA_BMAIL",
        "tatrabanka-bmail-06-debit-no-vs, TATRA_BMAIL"
    })
    void linesAreThoseOfTheRealMail(String sample, BankMailLayout layout) throws Exception {
        Path mails = ReferenceData.folder("samples/bank-mails");
        JsonNode transaction = new ObjectMapper()
                .readTree(mails.resolve(sample + ".expected.json").toFile())
                .at("/transactions/0");
        MailText text = new MailText(
                payment(transaction),
                moment(transaction),
                transaction.path("bankRef").asText());

        List<String> written = lines(text.body(layout).lines().toList());
        List<String> real = lines(Files.readAllLines(mails.resolve(sample + ".txt")));

        assertThat(written).hasSizeGreaterThan(5);
        assertThat(real).containsSubsequence(written);
    }

    private static BankPayment payment(JsonNode transaction) {
        BankPayment.Builder payment = BankPayment.builder()
                .amount(new BigDecimal(transaction.path("amount").asText()))
                .currency(transaction.path("currency").asText())
                .debit(transaction.path("direction").asText().equals("DEBIT"))
                .ownAccount(transaction.path("ownAccount").asText())
                .counterpartyAccount(text(transaction, "counterpartyAccount"))
                .counterpartyName(text(transaction, "counterpartyName"))
                .variableSymbol(text(transaction, "vs"))
                .specificSymbol(text(transaction, "ss"))
                .constantSymbol(text(transaction, "ks"))
                .message(text(transaction, "message"));
        text(transaction, "balance").map(BigDecimal::new).ifPresent(payment::balance);
        return payment.build();
    }

    private static Instant moment(JsonNode transaction) {
        return text(transaction, "date")
                .map(date -> LocalDateTime.parse(
                                date + "T" + transaction.path("time").asText())
                        .atZone(ZoneId.of("Europe/Prague"))
                        .toInstant())
                .orElse(Instant.EPOCH);
    }

    private static Optional<String> text(JsonNode transaction, String field) {
        return transaction.hasNonNull(field)
                ? Optional.of(transaction.path(field).asText())
                : Optional.empty();
    }

    private static List<String> lines(List<String> lines) {
        return lines.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
