package io.orderweave.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.document.BankAccount;
import io.orderweave.document.Document;
import io.orderweave.money.Money;
import io.orderweave.party.Party;
import io.orderweave.party.TaxId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The content of payment codes, and that it is the one printed. */
class PaymentCodeTest {

    @Test
    void czechAccountInCrownsGetsAShortPaymentDescriptor() {
        assertThat(payload(Samples.invoice(Language.CS)))
                .contains(
                        "SPD*1.0*ACC:CZ8208000000192026111702+TESTXX2A*AM:3447.30*CC:CZK*MSG:FV20260042*X-VS:2026001187");
    }

    @Test
    void czechMessageIsEscapedIntoTheAlphanumericSet() {
        Document invoice = Document.builder()
                .from(Samples.invoice(Language.CS))
                .number("fv 1*2%3+4_ž/#")
                .build();

        assertThat(payload(invoice).orElseThrow())
                .contains("*MSG:FV 1%2A2%253%2B4%5FZ/%23*X-VS:")
                .matches("[0-9A-Z $%*+\\-./:]+");
    }

    @Test
    void slovakAccountInEurosGetsPayBySquare() {
        String code = payload(Samples.invoice(Language.SK)).orElseThrow();

        assertThat(BySquareDecoder.fields(code))
                .containsExactly(
                        "",
                        "1",
                        "1",
                        "3447.30",
                        "EUR",
                        "",
                        "2026001187",
                        "",
                        "",
                        "",
                        "FV20260042",
                        "1",
                        "SK1009000000005112026117",
                        "TESTXX2A",
                        "0",
                        "0",
                        "Lubezne hracky s.r.o.",
                        "",
                        "");
    }

    @Test
    void polishAccountInZlotyGetsTheBankAssociationsCode() {
        assertThat(payload(Samples.invoice(Language.PL)))
                .contains(
                        "1234567890|PL|93109010140000071220261117|344730|Zazolc gesla jazn Sp|FV20260042 /VS2026001187|||");
    }

    @Test
    void polishCodeWithoutATaxNumberLeavesItsFieldEmpty() {
        Document invoice = Samples.invoice(Language.PL);
        Document without = Document.builder()
                .from(invoice)
                .sellerProfile(Party.builder()
                        .from(invoice.sellerProfile())
                        .taxIds(List.of(new TaxId("PL_REGON", "123456785")))
                        .build())
                .build();

        assertThat(payload(without).orElseThrow()).startsWith("|PL|9310");
    }

    @Test
    void separatorInAPolishFieldCannotShiftTheOthers() {
        Document invoice = Document.builder()
                .from(Samples.invoice(Language.PL))
                .number("A|B")
                .build();

        assertThat(payload(invoice).orElseThrow()).endsWith("|A B /VS2026001187|||");
    }

    @Test
    void otherAccountInEurosGetsTheEuropeanCode() {
        assertThat(payload(Samples.invoice(Language.DE))).contains("""
                        BCD
                        002
                        1
                        SCT
                        TESTXX2A
                        Grosse & Mass GmbH
                        DE89500105172026111701
                        EUR3447.30


                        FV20260042 /VS2026001187""");
    }

    @Test
    void longNumberYieldsToTheSymbolThatIsMatched() {
        Document invoice = Document.builder()
                .from(Samples.invoice(Language.PL))
                .number("FV/2026/11/WAREHOUSE-NORTH/000042")
                .build();

        assertThat(payload(invoice).orElseThrow()).endsWith("|/VS2026001187|||");
    }

    @ParameterizedTest
    @EnumSource(names = {"CS", "SK", "PL", "DE", "EN"})
    void printedCodeReadsBackAsItsContent(Language language) {
        Document invoice = Samples.invoice(language);

        assertThat(new ReadBack(PdfDocumentRenderer.create().render(invoice)).qrCodes())
                .containsExactly(payload(invoice).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        // No standard covers them.
        "RON, RO89BTRLRONCRT0202611170",
        "HUF, HU07117730161111101820261117",
        // One letter off: the check digits no longer fit.
        "EUR, DE89500105172026111702",
        "EUR, not an account",
        // SEPA is not there.
        "EUR, AE070331234567890123456",
        // A crowns account elsewhere, a zloty account elsewhere.
        "CZK, DE89500105172026111701",
        "PLN, DE89500105172026111701",
    })
    void accountThatNoCodeCoversGetsNone(String currency, String iban) {
        assertThat(payload(unpaid(currency, "100.00", iban))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CZK, CZ8208000000192026111702, 9999999.99, 10000000.00",
        "PLN, PL93109010140000071220261117, 9999.99, 10000.00",
        "EUR, DE89500105172026111701, 999999999.99, 1000000000.00",
    })
    void amountAboveTheStandardsLimitGetsNoCode(String currency, String iban, String most, String tooMuch) {
        assertThat(payload(unpaid(currency, most, iban)).orElseThrow())
                .contains(most.replace(".", "").substring(1, 6));
        assertThat(payload(unpaid(currency, tooMuch, iban))).isEmpty();
    }

    @Test
    void fractionOfACentGetsNoCode() {
        assertThat(payload(unpaid("EUR", "10.005", Samples.GERMAN_IBAN))).isEmpty();
    }

    @Test
    void accountOfAnotherCurrencyGetsNoCode() {
        Document invoice = Document.builder()
                .from(Samples.invoice(Language.CS))
                .payTo(Samples.account("EUR", Samples.CZECH_IBAN))
                .build();

        assertThat(payload(invoice)).isEmpty();
    }

    @Test
    void nothingToPayGetsNoCode() {
        Document invoice = Samples.invoice(Language.CS);
        Document paid = Document.builder().from(invoice).paid(invoice.total()).build();

        assertThat(payload(invoice)).isPresent();
        assertThat(payload(paid)).isEmpty();
        assertThat(new ReadBack(PdfDocumentRenderer.create().render(paid)).qrCodes())
                .isEmpty();
    }

    @Test
    void creditNoteGetsNoCode() {
        Document note = Document.builder()
                .from(Samples.creditNote(Language.CS))
                .payTo(Samples.account("CZK", Samples.CZECH_IBAN))
                .build();

        assertThat(payload(note)).isEmpty();
    }

    @Test
    void symbolThatIsNotDigitsIsLeftOut() {
        Document invoice = Document.builder()
                .from(Samples.invoice(Language.CS))
                .variableSymbol("12*AM:1")
                .build();

        assertThat(payload(invoice).orElseThrow()).endsWith("*MSG:FV20260042");
    }

    @Test
    void malformedBankCodeIsLeftOut() {
        Document invoice = Document.builder()
                .from(Samples.invoice(Language.CS))
                .payTo(new BankAccount(
                        Currency.getInstance("CZK"), Samples.CZECH_IBAN, Optional.of("BAD*BIC"), Optional.empty()))
                .build();

        assertThat(payload(invoice).orElseThrow()).startsWith("SPD*1.0*ACC:CZ8208000000192026111702*AM:");
    }

    private static Document unpaid(String currency, String amount, String iban) {
        return Document.builder()
                .from(Samples.invoice(Language.EN))
                .currency(Currency.getInstance(currency))
                .total(Money.of(amount, currency))
                .paid(Money.zero(Currency.getInstance(currency)))
                .payTo(Samples.account(currency, iban))
                .build();
    }

    private static Optional<String> payload(Document document) {
        return PaymentQr.of(document).map(PaymentQr::payload);
    }
}
