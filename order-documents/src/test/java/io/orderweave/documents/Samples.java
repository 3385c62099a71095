package io.orderweave.documents;

import io.orderweave.document.BankAccount;
import io.orderweave.document.Document;
import io.orderweave.document.DocumentKind;
import io.orderweave.document.DocumentLine;
import io.orderweave.document.VatSummary;
import io.orderweave.id.DocumentId;
import io.orderweave.id.OrderId;
import io.orderweave.id.PaymentId;
import io.orderweave.id.SellerId;
import io.orderweave.id.SeriesId;
import io.orderweave.money.Money;
import io.orderweave.money.VatRate;
import io.orderweave.party.Country;
import io.orderweave.party.Party;
import io.orderweave.party.PostalAddress;
import io.orderweave.party.TaxId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Invented documents of invented people; the account numbers have right check digits and belong to nobody we know. */
final class Samples {

    static final String CZECH_IBAN = "CZ8208000000192026111702";
    static final String SLOVAK_IBAN = "SK1009000000005112026117";
    static final String POLISH_IBAN = "PL93109010140000071220261117";
    static final String GERMAN_IBAN = "DE89500105172026111701";
    static final String ROMANIAN_IBAN = "RO89BTRLRONCRT0202611170";
    static final String HUNGARIAN_IBAN = "HU07117730161111101820261117";

    private Samples() {}

    /** An unpaid invoice of a VAT payer of the language's country, two rates, company buyer, other recipient. */
    static Document invoice(Language language) {
        Home home = Home.of(language);
        return with(
                base(language, home)
                        .kind(DocumentKind.INVOICE)
                        .number("FV20260042")
                        .recipient(party(home, Optional.empty(), "Recipient " + home.person, "Dock 9", List.of()))
                        .payTo(account(home)),
                List.of(
                        line(home.product, "KAB-001", 2, home.money("1249.90"), Optional.of(home.rate)),
                        line(home.product + " XL", "KAB-002", 1, home.money("349.00"), Optional.of(home.rate)),
                        line(home.book, "BOK-7", 3, home.money("199.50"), Optional.of(home.lowRate))));
    }

    static Document proforma(Language language) {
        Home home = Home.of(language);
        return with(
                base(language, home)
                        .kind(DocumentKind.PROFORMA)
                        .number("ZAL20260007")
                        .payTo(account(home)),
                List.of(line(home.product, "KAB-001", 2, home.money("1249.90"), Optional.of(home.rate))));
    }

    static Document advance(Language language) {
        Home home = Home.of(language);
        Document.Builder builder = base(language, home)
                .kind(DocumentKind.ADVANCE)
                .number("ADV20260003")
                .paid(home.money("1500.00"));
        return with(
                builder, List.of(share(home.money("1200.00"), home.rate), share(home.money("300.00"), home.lowRate)));
    }

    /** An invoice in the place of a credited one, with the advance of two rates deducted and a rest to pay. */
    static Document finalInvoice(Language language) {
        Home home = Home.of(language);
        Document advance = advance(language);
        List<DocumentLine> lines = new ArrayList<>(invoice(language).lines());
        for (DocumentLine share : advance.lines()) {
            lines.add(DocumentLine.builder()
                    .advance(new DocumentId("doc-advance"))
                    .description(advance.number())
                    .quantity(-1)
                    .unitPrice(share.unitPrice())
                    .vatRate(share.vatRate())
                    .build());
        }
        return with(
                base(language, home)
                        .kind(DocumentKind.INVOICE)
                        .number("FV20260044")
                        .replaces(new DocumentId("doc-original"))
                        .replacesNumber("FV20260042")
                        .payTo(account(home)),
                lines);
    }

    private static DocumentLine share(Money amount, VatRate rate) {
        return DocumentLine.builder()
                .payment(new PaymentId("payment-1"))
                .description("OBJ2026-1187")
                .quantity(1)
                .unitPrice(amount)
                .vatRate(rate)
                .build();
    }

    static Document creditNote(Language language) {
        Home home = Home.of(language);
        return with(
                base(language, home)
                        .kind(DocumentKind.CREDIT_NOTE)
                        .number("OD20260001")
                        .corrects(new DocumentId("doc-original"))
                        .correctsNumber("FV20260042")
                        .reason("cancelled"),
                List.of(line(home.product, "KAB-001", -1, home.money("1249.90"), Optional.of(home.rate))));
    }

    /** An invoice without any VAT. */
    static Document untaxedInvoice(Language language) {
        Home home = Home.of(language);
        return with(
                base(language, home)
                        .kind(DocumentKind.INVOICE)
                        .number("FV20260043")
                        .sellerIsVatPayer(false)
                        .payTo(account(home)),
                List.of(line(home.product, "KAB-001", 2, home.money("1249.90"), Optional.empty())));
    }

    /** A builder without lines and total, for tests with their own. */
    static Document.Builder base(Language language) {
        return base(language, Home.of(language));
    }

    /** The document with these lines, their sum, and VAT by rate where the lines have one. */
    static Document with(Document.Builder builder, List<DocumentLine> lines) {
        Money total =
                lines.stream().map(DocumentLine::total).reduce(Money::plus).orElseThrow();
        Map<VatRate, Money> gross = new TreeMap<>();
        lines.forEach(line -> line.vatRate().ifPresent(rate -> gross.merge(rate, line.total(), Money::plus)));
        List<VatSummary> vat = new ArrayList<>();
        gross.forEach((rate, sum) -> {
            Money tax = rate.containedIn(sum);
            vat.add(new VatSummary(rate, sum.minus(tax), tax, sum));
        });
        return builder.lines(lines).total(total).vat(vat).build();
    }

    static DocumentLine line(String description, String sku, int quantity, Money unitPrice, Optional<VatRate> rate) {
        return DocumentLine.builder()
                .description(description)
                .sku(sku)
                .quantity(quantity)
                .unitPrice(unitPrice)
                .vatRate(rate)
                .build();
    }

    static BankAccount account(String currency, String iban) {
        return new BankAccount(Currency.getInstance(currency), iban, Optional.empty(), Optional.empty());
    }

    private static BankAccount account(Home home) {
        return new BankAccount(home.currency, home.iban, Optional.of("TESTXX2A"), Optional.of("Testovací banka"));
    }

    private static Document.Builder base(Language language, Home home) {
        return Document.builder()
                .id(new DocumentId("doc-1"))
                .series(new SeriesId("series-1"))
                .seller(new SellerId("seller-1"))
                .sellerProfile(party(home, Optional.of(home.company), "", "Main Street 1", home.sellerIds))
                .sellerIsVatPayer(true)
                .order(new OrderId("order-1"))
                .orderNumber("OBJ2026-1187")
                .buyer(party(
                        home, Optional.of("Buyer " + home.company), home.person, "Side Street 22/3", home.buyerIds))
                .issuedAt(Instant.parse("2026-11-17T09:30:00Z"))
                .issueDate(LocalDate.of(2026, 11, 17))
                .taxDate(LocalDate.of(2026, 11, 16))
                .dueDate(LocalDate.of(2026, 12, 1))
                .currency(home.currency)
                .paid(Money.zero(home.currency))
                .variableSymbol("2026001187")
                .paymentMethod("bank-transfer")
                .language(new Locale(language.code(), home.country));
    }

    private static Party party(Home home, Optional<String> company, String person, String street, List<TaxId> ids) {
        return Party.builder()
                .company(company)
                .personName(Optional.of(person).filter(name -> !name.isEmpty()))
                .email("relay-4711@example.com")
                .phone("+420 600 000 000")
                .address(PostalAddress.builder()
                        .street(street)
                        .city(home.city)
                        .postalCode("123 45")
                        .country(new Country(home.country))
                        .build())
                .taxIds(ids)
                .build();
    }
}
