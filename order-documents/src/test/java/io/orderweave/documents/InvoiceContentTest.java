package io.orderweave.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.document.Document;
import io.orderweave.document.DocumentLine;
import io.orderweave.document.VatSummary;
import io.orderweave.party.TaxId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What article 226 of Directive 2006/112/EC and the trade ask of each kind of document, read back from the page. */
class InvoiceContentTest {

    private final PdfDocumentRenderer renderer = PdfDocumentRenderer.create();

    @ParameterizedTest
    @EnumSource
    void invoiceHoldsWhatTheLawAsksFor(Language language) {
        Document invoice = Samples.invoice(language);
        Home home = Home.of(language);
        Formats formats = new Formats(language);
        String page = read(invoice).text();

        List<String> expected = new ArrayList<>(List.of(
                // (1) date of issue, (2) number, (7) date of supply
                formats.date(invoice.issueDate()),
                formats.date(invoice.taxDate()),
                formats.date(invoice.dueDate()),
                invoice.number(),
                // (5) names and addresses
                home.company,
                "Main Street 1",
                "Buyer " + home.company,
                home.person,
                "Side Street 22/3",
                "123 45 " + home.city,
                "Recipient " + home.person,
                "Dock 9",
                // (10) VAT payable, and what follows from it
                formats.money(invoice.total()),
                formats.money(invoice.toPay())));
        // (3), (4) tax numbers of both
        home.sellerIds.stream().map(TaxId::value).forEach(expected::add);
        home.buyerIds.stream().map(TaxId::value).forEach(expected::add);
        for (DocumentLine line : invoice.lines()) {
            // (6) quantity and nature, (8) unit price without VAT, (9) rate
            expected.add(line.description());
            expected.add(line.sku().orElseThrow());
            expected.add(formats.quantity(line.quantity())
                    + formats.amount(
                            line.unitPrice().minus(line.vatRate().orElseThrow().containedIn(line.unitPrice())))
                    + formats.rate(line.vatRate().orElseThrow())
                    + formats.amount(line.unitPrice())
                    + formats.amount(line.total()));
        }
        for (VatSummary rate : invoice.vat()) {
            // (8) taxable amount per rate, (10) VAT per rate
            expected.add(formats.rate(rate.rate())
                    + formats.amount(rate.base())
                    + formats.amount(rate.vat())
                    + formats.amount(rate.gross()));
        }
        assertThat(expected)
                .map(ReadBack::compact)
                .allSatisfy(part -> assertThat(page).contains(part));
    }

    @ParameterizedTest
    @EnumSource
    void namesEachKindInTheDocumentsLanguage(Language language) {
        Texts texts = Texts.shipped(language);

        assertThat(read(Samples.invoice(language)).text()).contains(compact(texts.get(Term.TITLE_INVOICE)));
        assertThat(read(Samples.advance(language)).text()).contains(compact(texts.get(Term.TITLE_ADVANCE)));
        assertThat(read(Samples.proforma(language)).text())
                .contains(compact(texts.get(Term.TITLE_PROFORMA)))
                .contains(compact(texts.get(Term.NOTICE_PROFORMA)));
        assertThat(read(Samples.creditNote(language)).text()).contains(compact(texts.get(Term.TITLE_CREDIT_NOTE)));
    }

    @Test
    void usesTheTermsOfTheTrade() {
        assertThat(read(Samples.invoice(Language.CS)).text()).contains("Faktura–daňovýdoklad", "Odběratel", "Kúhradě");
        assertThat(read(Samples.invoice(Language.RO)).text()).contains("Facturăfiscală", "Cumpărător", "Restdeplată");
        assertThat(read(Samples.invoice(Language.SK)).text()).contains("Faktúra", "Odberateľ", "Naúhradu");
        assertThat(read(Samples.proforma(Language.PL)).text()).contains("Fakturaproforma", "Nabywca", "Dozapłaty");
        assertThat(read(Samples.proforma(Language.HU)).text()).contains("Díjbekérő", "Vevő", "Fizetendő");
        assertThat(read(Samples.invoice(Language.DE)).text()).contains("Rechnung", "Käufer", "Zuzahlen");
        assertThat(read(Samples.invoice(Language.EN)).text()).contains("Invoice", "Buyer", "Amountdue");
    }

    @ParameterizedTest
    @EnumSource
    void advanceIsForAPaymentOfTheOrderByRate(Language language) {
        Document advance = Samples.advance(language);
        Formats formats = new Formats(language);
        String page = read(advance).text();

        assertThat(page)
                .contains(compact(Texts.shipped(language).get(Term.LINE_PAYMENT).replace("{order}", "OBJ2026-1187")))
                .contains(compact(Texts.shipped(language).get(Term.RECEIVED)))
                .contains(compact(formats.date(advance.taxDate())));
        advance.vat()
                .forEach(rate -> assertThat(page)
                        .contains(compact(formats.rate(rate.rate())
                                + formats.amount(rate.base())
                                + formats.amount(rate.vat())
                                + formats.amount(rate.gross()))));
        assertThat(page).contains(compact(Texts.shipped(language).get(Term.NOTICE_SETTLED)));
    }

    @ParameterizedTest
    @EnumSource
    void finalNamesTheAdvancesItDeductsAndWhatIsLeft(Language language) {
        Document invoice = Samples.finalInvoice(language);
        Home home = Home.of(language);
        Formats formats = new Formats(language);
        Texts texts = Texts.shipped(language);
        String page = read(invoice).text();

        assertThat(page)
                .contains(compact(texts.get(Term.LINE_DEDUCTION).replace("{number}", "ADV20260003")))
                .contains(compact(texts.get(Term.NOTICE_REPLACES).replace("{number}", "FV20260042")))
                .contains(compact(texts.get(Term.SUM_SALE)
                        + formats.money(Samples.invoice(language).total())))
                .contains(compact(texts.get(Term.SUM_DEDUCTED) + formats.money(home.money("-1500.00"))))
                .contains(compact(texts.get(Term.SUM_TO_PAY) + formats.money(invoice.total())));
    }

    @ParameterizedTest
    @EnumSource
    void finalThatAdvancesCoverIsSettled(Language language) {
        Document invoice = Samples.finalInvoice(language);
        DocumentLine rest = DocumentLine.builder()
                .from(invoice.lines().get(invoice.lines().size() - 1))
                .unitPrice(invoice.total())
                .build();
        List<DocumentLine> lines = new ArrayList<>(invoice.lines());
        lines.add(rest);
        Document covered = Samples.with(Document.builder().from(invoice).vat(List.of()), lines);
        String page = read(covered).text();

        assertThat(covered.toPay().isZero()).isTrue();
        assertThat(page)
                .contains(compact(Texts.shipped(language).get(Term.NOTICE_SETTLED)))
                .doesNotContain(compact(Texts.shipped(language).get(Term.PAY_HEADING)));
    }

    @ParameterizedTest
    @EnumSource
    void creditNoteNamesTheCorrectedDocumentAndIsNegative(Language language) {
        Document note = Samples.creditNote(language);
        Formats formats = new Formats(language);
        String page = read(note).text();

        assertThat(page)
                .contains(compact(Texts.shipped(language)
                        .get(Term.NOTICE_CORRECTS)
                        .replace("{number}", note.correctsNumber().orElseThrow())))
                .contains(compact(formats.money(note.total())))
                .contains(compact(Texts.shipped(language).get(Term.REASON)))
                .contains(compact(Texts.shipped(language).reason("cancelled")))
                .contains(compact(Texts.shipped(language).get(Term.SUM_CREDITED)
                        + formats.money(note.total().negated())))
                .doesNotContain(compact(Texts.shipped(language).get(Term.SUM_TO_PAY)));
        assertThat(formats.money(note.total())).startsWith("-");
    }

    @ParameterizedTest
    @EnumSource
    void sellerWithoutVatShowsNoneAndSaysSo(Language language) {
        Texts texts = Texts.shipped(language);
        String page = read(Samples.untaxedInvoice(language)).text();

        assertThat(page)
                .contains(compact(texts.get(Term.TITLE_UNTAXED_INVOICE)))
                .contains(compact(texts.get(Term.NOTICE_UNTAXED)))
                .doesNotContain(compact(texts.get(Term.VAT_HEADING)))
                .doesNotContain(compact(texts.get(Term.LINE_NET_PRICE)))
                .doesNotContain("%");
    }

    @Test
    void proformaHasNoTaxDate() {
        String page = read(Samples.proforma(Language.EN)).text();

        assertThat(page).contains("17Nov2026", "1Dec2026").doesNotContain("16Nov2026");
    }

    @Test
    void paidDocumentSaysNotToPayAgain() {
        String page = read(Samples.advance(Language.EN)).text();

        assertThat(page)
                .contains("Alreadypaid-1,500.00EUR", "Amountdue0.00EUR", "Paidinfull")
                .doesNotContain("IBAN");
    }

    @Test
    void partlyPaidDocumentAsksForTheRest() {
        Home home = Home.EN;
        Document invoice = Document.builder()
                .from(Samples.invoice(Language.EN))
                .paid(home.money("447.30"))
                .build();
        ReadBack page = read(invoice);

        assertThat(page.text()).contains("Amountdue3,000.00EUR").doesNotContain("Paidinfull");
        assertThat(page.qrCodes()).singleElement().asString().contains("EUR3000.00");
    }

    @Test
    void recipientLikeTheBuyerIsNotRepeated() {
        Document invoice = Samples.invoice(Language.EN);
        Document same =
                Document.builder().from(invoice).recipient(invoice.buyer()).build();

        assertThat(read(invoice).text()).contains("Deliveryaddress");
        assertThat(read(same).text()).doesNotContain("Deliveryaddress");
    }

    @Test
    void contactDataOfTheBuyerStaysOffThePage() {
        assertThat(read(Samples.invoice(Language.EN)).text())
                .doesNotContain("relay-4711@example.com")
                .doesNotContain("+420600000000");
    }

    @Test
    void namesTaxNumbersAsTheirCountryDoes() {
        assertThat(read(Samples.invoice(Language.CS)).text()).contains("IČO:12345678", "DIČ:CZ12345678");
        assertThat(read(Samples.invoice(Language.SK)).text()).contains("IČDPH:SK2020304050");
        assertThat(read(Samples.invoice(Language.PL)).text()).contains("NIP:123-456-78-90");
        assertThat(read(Samples.invoice(Language.DE)).text()).contains("USt-IdNr.:DE123456789");
    }

    @Test
    void unknownLanguageIsWrittenInEnglish() {
        Document finnish = Document.builder()
                .from(Samples.invoice(Language.EN))
                .language(Locale.forLanguageTag("fi"))
                .build();

        assertThat(read(finnish).text()).contains("Invoice", "Amountdue");
    }

    @Test
    void unknownPaymentMethodIsShownAsTheShopSaysIt() {
        Document invoice = Document.builder()
                .from(Samples.invoice(Language.EN))
                .paymentMethod("Barter in apples")
                .build();

        assertThat(read(invoice).text()).contains("Barterinapples");
    }

    @Test
    void accountIsPrintedInGroupsOfFourWithSymbolAndBank() {
        String raw = String.join("\n", new ReadBack(renderer.render(Samples.invoice(Language.CS))).rawPages());

        assertThat(raw).contains("CZ82 0800 0000 1920 2611 1702");
        assertThat(compact(raw))
                .contains("19-2026111702/0800", "TESTXX2A", "Testovacíbanka", "Variabilnísymbol2026001187");
    }

    @ParameterizedTest
    @EnumSource
    void metadataNamesTheDocument(Language language) {
        Document invoice = Samples.invoice(language);
        ReadBack pdf = read(invoice);

        assertThat(pdf.info())
                .containsEntry("Title", Texts.shipped(language).get(Term.TITLE_INVOICE) + " FV20260042")
                .containsEntry("DocumentNumber", "FV20260042")
                .containsEntry("Author", Home.of(language).company)
                .containsEntry("CreationDate", "D:20261117093000Z")
                .doesNotContainKey("ModDate");
        assertThat(pdf.language()).isEqualTo(language.code());
    }

    @Test
    void embedsItsFontsAsSubsets() {
        assertThat(read(Samples.invoice(Language.CS)).embeddedFonts())
                .hasSize(2)
                .allSatisfy(name -> assertThat(name).matches("/[A-Z]{6}\\+LiberationSans(-Bold)?"));
    }

    private ReadBack read(Document document) {
        return new ReadBack(renderer.render(document));
    }

    private static String compact(String text) {
        return ReadBack.compact(text);
    }
}
