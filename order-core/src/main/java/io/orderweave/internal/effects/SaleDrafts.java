package io.orderweave.internal.effects;

import io.orderweave.document.BankAccount;
import io.orderweave.document.Document;
import io.orderweave.document.DocumentLine;
import io.orderweave.document.VatSummary;
import io.orderweave.id.DocumentId;
import io.orderweave.order.PaymentTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Drafts what bills a sale: proforma, final invoice, and the invoice in a credited one's place. Pure. */
final class SaleDrafts {

    private SaleDrafts() {}

    static Drafted proforma(Commission commission) {
        if (commission.isCancelled()) {
            return Drafted.notWanted(commission.cancelled());
        }
        if (!commission.order().openAmount().isPositive()) {
            return Drafted.notWanted("order " + commission.order().id() + " is paid");
        }
        SaleLines sale = SaleLines.uninvoiced(commission.order(), commission.seller());
        Optional<Drafted> obstacle = obstacle(commission, sale);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        Document.Builder proforma = commission.document(sale.documentLines());
        proforma.paid(commission.held().min(commission.total(sale.documentLines())));
        return new Drafted.Draft(bill(commission, proforma), UnaryOperator.identity());
    }

    /** The invoice over everything that was never invoiced. */
    static Drafted first(Commission commission) {
        SaleLines sale = SaleLines.uninvoiced(commission.order(), commission.seller());
        return invoice(commission, sale, UnaryOperator.identity());
    }

    /** The invoice over what the credited one covered. */
    static Drafted inPlaceOf(DocumentId replaced, Commission commission) {
        Optional<Document> credited = commission.chain().find(replaced);
        if (credited.isEmpty()) {
            return Drafted.impossible("order " + commission.order().id() + " has no document " + replaced);
        }
        if (commission.chain().creditNoteOf(replaced).isEmpty()) {
            return Drafted.impossible("invoice " + credited.get().number() + " is not credited");
        }
        SaleLines sale = new SaleLines(
                commission.order(),
                commission.seller(),
                Cover.givenBack(commission.order(), credited.get()),
                Cover.givenBackCharges(commission.order(), credited.get()));
        return invoice(
                commission,
                sale,
                document -> document.replaces(replaced)
                        .replacesNumber(credited.get().number()));
    }

    private static Drafted invoice(Commission commission, SaleLines sale, UnaryOperator<Document.Builder> particulars) {
        if (commission.isCancelled()) {
            return Drafted.notWanted(commission.cancelled());
        }
        Optional<Drafted> obstacle = obstacle(commission, sale);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        List<Document> advances = commission.chain().openAdvances();
        List<DocumentLine> lines = new ArrayList<>(sale.documentLines());
        advances.forEach(advance -> lines.addAll(deductions(advance)));
        if (commission.total(lines).isNegative()) {
            return Drafted.impossible(tooLittle(commission, advances));
        }
        Document.Builder invoice = commission.document(lines);
        particulars
                .apply(invoice)
                .vat(remaining(sale.documentLines(), advances))
                .paid(commission.heldWithoutAdvance().min(commission.total(lines)));
        return new Drafted.Draft(
                bill(commission, invoice), progress -> Cover.invoiced(progress, sale.pieces(), sale.charges()));
    }

    private static String tooLittle(Commission commission, List<Document> advances) {
        return advances.isEmpty()
                ? "order " + commission.order().id() + " takes off more than it bills"
                : "advances " + advances.stream().map(Document::number).toList()
                        + " are more than the invoice would bill; credit one of them first";
    }

    private static Optional<Drafted> obstacle(Commission commission, SaleLines sale) {
        if (sale.isEmpty()) {
            return Optional.of(Drafted.notWanted("order " + commission.order().id() + " is invoiced in full"));
        }
        return sale.obstacle().map(Drafted::impossible);
    }

    private static List<DocumentLine> deductions(Document advance) {
        return advance.lines().stream()
                .map(share -> DocumentLine.builder()
                        .advance(advance.id())
                        .description(advance.number())
                        .quantity(-share.quantity())
                        .unitPrice(share.unitPrice())
                        .vatRate(share.vatRate())
                        .build())
                .toList();
    }

    /** What the sale's VAT leaves of what the advance documents declared. */
    private static List<VatSummary> remaining(List<DocumentLine> sale, List<Document> advances) {
        return advances.stream().map(advance -> VatSums.negated(advance.vat())).reduce(VatSums.of(sale), VatSums::plus);
    }

    private static Function<Numbering, Document> bill(Commission commission, Document.Builder bill) {
        bill.payTo(payTo(commission));
        int termDays = commission.seller().paymentTermDays();
        return numbering -> numbering
                .stamp(bill)
                .dueDate(numbering.day().plusDays(termDays))
                .build();
    }

    /** What the courier collects is not to be transferred as well. */
    private static Optional<BankAccount> payTo(Commission commission) {
        return commission.order().payment().timing() == PaymentTerms.Timing.ON_DELIVERY
                ? Optional.empty()
                : commission.seller().accountFor(commission.order().currency());
    }
}
