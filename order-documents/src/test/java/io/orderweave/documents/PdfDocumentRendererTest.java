package io.orderweave.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.document.Document;
import io.orderweave.document.DocumentKind;
import io.orderweave.document.DocumentLine;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.id.DocumentId;
import io.orderweave.id.SellerId;
import io.orderweave.money.VatRate;
import io.orderweave.party.Party;
import io.orderweave.party.TaxId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfDocumentRendererTest {

    private final PdfDocumentRenderer renderer = PdfDocumentRenderer.create();

    @ParameterizedTest
    @EnumSource
    void sameDocumentGivesTheSameBytes(Language language) {
        assertThat(renderer.render(Samples.invoice(language)))
                .isEqualTo(PdfDocumentRenderer.create().render(Samples.invoice(language)));
    }

    @Test
    void otherDocumentGetsAnotherFileId() {
        Document invoice = Samples.invoice(Language.EN);
        Document other =
                Document.builder().from(invoice).id(new DocumentId("doc-2")).build();

        assertThat(new ReadBack(renderer.render(invoice)).embeddedFonts())
                .doesNotContainAnyElementsOf(new ReadBack(renderer.render(other)).embeddedFonts());
        assertThat(Fingerprint.of(invoice).fileId().toString())
                .isNotEqualTo(Fingerprint.of(other).fileId().toString());
    }

    @Test
    void threadsDoNotDisturbEachOther() throws Exception {
        List<byte[]> alone = IntStream.range(0, 24)
                .mapToObj(number -> renderer.render(sample(number)))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<byte[]>> together = IntStream.range(0, 24)
                    .mapToObj(number -> threads.submit(() -> renderer.render(sample(number))))
                    .toList();
            for (int number = 0; number < together.size(); number++) {
                assertThat(together.get(number).get()).isEqualTo(alone.get(number));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Document sample(int number) {
        List<Language> languages = List.of(Language.values());
        Language language = languages.get(number % languages.size());
        return number % 2 == 0 ? Samples.invoice(language) : Samples.creditNote(language);
    }

    @Test
    void manyLinesRunOverPagesThatRepeatTheHeading() {
        Home home = Home.EN;
        List<DocumentLine> lines = IntStream.rangeClosed(1, 500)
                .mapToObj(number -> Samples.line(
                        "Item no. " + number + ".", "S" + number, 1, home.money("1.00"), Optional.of(home.rate)))
                .toList();
        ReadBack pdf = read(Samples.with(
                Samples.base(Language.EN).kind(DocumentKind.INVOICE).number("FV1"), lines));

        List<String> pages = pdf.pages();
        assertThat(pages).hasSizeGreaterThan(10);
        assertThat(pages.subList(0, pages.size() - 2))
                .allSatisfy(page -> assertThat(page).contains("Unitpriceexcl.VAT"));
        for (int page = 1; page <= pages.size(); page++) {
            assertThat(pages.get(page - 1))
                    .contains("Page" + page + "of" + pages.size())
                    .contains("FV1");
        }
        assertThat(lines).allSatisfy(line -> assertThat(pdf.text()).contains(ReadBack.compact(line.description())));
        assertThat(pages.get(pages.size() - 1)).contains("Total500.00EUR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OBJ2026-1187",
                "1",
                // As long as the marketplaces' order ids.
                "3f7c2a10-9b1d-11ee-8c90-0242ac120002"
            })
    void orderNumberIsPrintedAsABarcode(String number) {
        Document invoice = Document.builder()
                .from(Samples.invoice(Language.EN))
                .orderNumber(number)
                .build();
        ReadBack pdf = read(invoice);

        assertThat(pdf.code128()).containsExactly(number);
        assertThat(pdf.text()).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Objednávka č. 1", "a very long order number that no office printer could print narrowly enough"
            })
    void orderNumberThatCannotBeABarcodeIsPrintedAsText(String number) {
        Document invoice = Document.builder()
                .from(Samples.invoice(Language.EN))
                .orderNumber(number)
                .build();
        ReadBack pdf = read(invoice);

        assertThat(pdf.code128()).isEmpty();
        assertThat(pdf.text()).contains(ReadBack.compact(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \u0000\u0001\u0007\u001b ",
                "\u202e321 latot\u202c",
                "${jndi:ldap://x} {{7*7}} {page} %s \\",
                "%PDF-1.7 (unbalanced \\) endobj stream",
                "\ud83d\ude00\ud83d 茶 مرحبا שלום",
                "e\u0301\u0301\u0301\u0301\u0301"
            })
    void hostileTextDoesNotBreakThePage(String text) {
        ReadBack pdf = read(hostile(text));

        assertThat(pdf.pages()).hasSize(1);
        assertThat(pdf.text()).contains("Amountdue", "Page1of1");
    }

    @Test
    void templateLikeTextIsPrintedAsItIs() {
        assertThat(read(hostile("${x} {page} {number} %s")).text()).contains("${x}{page}{number}%s");
    }

    @Test
    void characterTheFontHasNotIsMarked() {
        assertThat(read(hostile("Tea \u8336!")).text()).contains("Tea?!");
    }

    @Test
    void endlessTextIsCutAndEndlessWordsAreBroken() {
        ReadBack pdf = read(hostile("W".repeat(10_000)));

        assertThat(pdf.text().contains("W".repeat(400))).isTrue();
        assertThat(pdf.text().contains("Amountdue")).isTrue();
        assertThat(pdf.pages().size()).isLessThan(12);
    }

    @Test
    void moreRatesThanAPageHoldsAreStillDrawn() {
        Home home = Home.EN;
        List<DocumentLine> lines = IntStream.rangeClosed(1, 99)
                .mapToObj(rate ->
                        Samples.line("Item", "S", 1, home.money("1.00"), Optional.of(VatRate.of(String.valueOf(rate)))))
                .toList();
        Document invoice = Samples.with(
                Samples.base(Language.EN).kind(DocumentKind.INVOICE).number("FV1"), lines);

        assertThat(read(invoice).text()).contains("1%0.990.011.00", "99%0.500.501.00", "Total99.00EUR");
    }

    @Test
    void documentWithoutLinesIsDrawn() {
        Document empty = Samples.base(Language.EN)
                .kind(DocumentKind.INVOICE)
                .number("FV1")
                .total(Home.EN.money("0"))
                .orderNumber(Optional.empty())
                .build();

        assertThat(read(empty).text()).contains("FV1", "Amountdue0.00EUR");
    }

    @Test
    void letterheadOfTheSellerReplacesTheGeneralOne() {
        PdfDocumentRenderer branded = PdfDocumentRenderer.builder()
                .letterhead(Letterhead.plain().withFooter("General line"))
                .letterhead(
                        new SellerId("seller-2"),
                        Letterhead.plain().withFooter("Second line").withRegistration("Registered at Court 2"))
                .build();
        Document invoice = Samples.invoice(Language.EN);
        Document second = Document.builder()
                .from(invoice)
                .seller(new SellerId("seller-2"))
                .build();

        assertThat(new ReadBack(branded.render(invoice)).text())
                .contains("Generalline")
                .doesNotContain("Secondline", "RegisteredatCourt2");
        assertThat(new ReadBack(branded.render(second)).text())
                .contains("Secondline", "RegisteredatCourt2")
                .doesNotContain("Generalline");
    }

    @Test
    void hostsTextReplacesOurs() {
        PdfDocumentRenderer renamed = PdfDocumentRenderer.builder()
                .texts(Locale.forLanguageTag("pl-PL"), Map.of("title.invoice", "Faktura VAT"))
                .build();

        assertThat(new ReadBack(renamed.render(Samples.invoice(Language.PL))).text())
                .contains("FakturaVAT");
        assertThat(new ReadBack(renamed.render(Samples.invoice(Language.CS))).text())
                .doesNotContain("FakturaVAT");
    }

    @Test
    void textsOfALanguageDocumentsDoNotSpeakAreRefused() {
        assertThatThrownBy(() -> PdfDocumentRenderer.builder().texts(Locale.FRENCH, Map.of()))
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.INVALID_CONFIGURATION));
    }

    @Test
    void faultNamesTheDocument() {
        Document broken = Document.builder()
                .from(Samples.invoice(Language.EN))
                .currency(Currency.getInstance("PLN"))
                .build();

        assertThatThrownBy(() -> renderer.render(broken))
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.INTERNAL))
                .hasMessageContaining("FV20260042");
    }

    /** The text in every place that holds text from outside. */
    private static Document hostile(String text) {
        Document invoice = Samples.invoice(Language.EN);
        Party.Builder party =
                Party.builder().personName(text).company(text).addTaxIds(new TaxId("X" + text, "Y" + text));
        invoice.buyer().address().ifPresent(party::address);
        List<DocumentLine> lines = new ArrayList<>();
        for (DocumentLine line : invoice.lines()) {
            lines.add(DocumentLine.builder()
                    .from(line)
                    .description(text)
                    .sku(text)
                    .build());
        }
        return Document.builder()
                .from(invoice)
                .buyer(party.build())
                .orderNumber(text)
                .paymentMethod(text)
                .variableSymbol(text)
                .lines(lines)
                .build();
    }

    private ReadBack read(Document document) {
        return new ReadBack(renderer.render(document));
    }
}
