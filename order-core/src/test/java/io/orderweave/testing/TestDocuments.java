package io.orderweave.testing;

import io.orderweave.document.Document;
import io.orderweave.document.DocumentKind;
import io.orderweave.document.DocumentLine;
import io.orderweave.id.ChargeId;
import io.orderweave.id.DocumentId;
import io.orderweave.id.LineId;
import io.orderweave.id.PaymentId;
import io.orderweave.id.SellerId;
import io.orderweave.id.SeriesId;
import io.orderweave.money.Money;
import io.orderweave.money.VatRate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Documents for tests of what looks at documents; nothing here issues any. */
public final class TestDocuments {

    private TestDocuments() {}

    /** An invoice over these pieces, 10.00 PLN each, and one charge of 5.00 PLN. */
    public static Document invoice(String id, Map<LineId, Integer> pieces, ChargeId charge) {
        List<DocumentLine> lines = new ArrayList<>();
        pieces.forEach(
                (line, quantity) -> lines.add(line("10.00", quantity).line(line).build()));
        lines.add(line("5.00", 1).charge(charge).build());
        return document(id, DocumentKind.INVOICE, lines).build();
    }

    /** An advance document of 10.00 PLN. */
    public static Document advance(String id, PaymentId payment) {
        return document(
                        id,
                        DocumentKind.ADVANCE,
                        List.of(line("10.00", 1).payment(payment).build()))
                .build();
    }

    /** An invoice that deducts the advance. */
    public static Document deducting(String id, DocumentId advance) {
        return document(
                        id,
                        DocumentKind.INVOICE,
                        List.of(
                                line("30.00", 1).line(new LineId("l1")).build(),
                                line("10.00", -1).advance(advance).build()))
                .build();
    }

    public static Document creditNote(String id, Document corrected) {
        return document(id, DocumentKind.CREDIT_NOTE, corrected.lines())
                .corrects(corrected.id())
                .correctsNumber(corrected.number())
                .build();
    }

    public static Document.Builder document(String id, DocumentKind kind, List<DocumentLine> lines) {
        LocalDate day = LocalDate.of(2026, 3, 1);
        Money total = lines.stream().map(DocumentLine::total).reduce(Money.zero(TestOrders.PLN), Money::plus);
        Document.Builder document = Document.builder();
        return document.id(new DocumentId(id))
                .kind(kind)
                .number("N-" + id)
                .series(new SeriesId("series"))
                .seller(new SellerId("shop"))
                .sellerProfile(TestOrders.buyer())
                .sellerIsVatPayer(true)
                .buyer(TestOrders.buyer())
                .issuedAt(TestOrders.NOON)
                .issueDate(day)
                .taxDate(day)
                .dueDate(day)
                .currency(TestOrders.PLN)
                .lines(lines)
                .total(total)
                .paid(Money.zero(TestOrders.PLN))
                .variableSymbol("1")
                .paymentMethod(Optional.empty())
                .language(Locale.ENGLISH);
    }

    private static DocumentLine.Builder line(String price, int quantity) {
        DocumentLine.Builder line = DocumentLine.builder();
        return line.description("thing")
                .quantity(quantity)
                .unitPrice(Money.of(price, "PLN"))
                .vatRate(VatRate.of("23"));
    }
}
