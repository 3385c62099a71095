package io.orderweave.documents;

import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import io.orderweave.document.Document;
import io.orderweave.document.DocumentKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The band of days, order, payment method and reason; on a proforma also what it is not. */
final class FactsBlock implements Block {

    private static final int COLUMNS = 3;

    @Override
    public Optional<PdfPTable> draw(Sheet sheet) {
        PdfPTable band = Cells.table(1, 1, 1);
        List<Fact> facts = facts(sheet);
        for (Fact fact : facts) {
            band.addCell(cell(sheet.ink(), fact));
        }
        for (int filled = facts.size(); filled % COLUMNS != 0; filled++) {
            band.addCell(onBand(Cells.empty()));
        }
        if (sheet.document().kind() == DocumentKind.PROFORMA) {
            PdfPCell notice =
                    Cells.left(sheet.ink().text(Style.STRONG, sheet.texts().get(Term.NOTICE_PROFORMA)));
            notice.setColspan(COLUMNS);
            band.addCell(onBand(notice));
        }
        band.setSpacingAfter(18);
        return Optional.of(band);
    }

    private static List<Fact> facts(Sheet sheet) {
        Document document = sheet.document();
        Formats formats = sheet.formats();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(sheet.texts().get(Term.ISSUED), formats.date(document.issueDate())));
        Optional<Term> taxDate = taxDate(document.kind());
        taxDate.ifPresent(term -> facts.add(new Fact(sheet.texts().get(term), formats.date(document.taxDate()))));
        if (asksForPayment(document.kind())) {
            facts.add(new Fact(sheet.texts().get(Term.DUE), formats.date(document.dueDate())));
        }
        document.orderNumber()
                .ifPresent(number -> facts.add(new Fact(sheet.texts().get(Term.ORDER), number)));
        document.paymentMethod()
                .ifPresent(method -> facts.add(
                        new Fact(sheet.texts().get(Term.METHOD), sheet.texts().method(method))));
        document.reason()
                .ifPresent(reason -> facts.add(
                        new Fact(sheet.texts().get(Term.REASON), sheet.texts().reason(reason))));
        facts.add(new Fact(sheet.texts().get(Term.CURRENCY), document.currency().getCurrencyCode()));
        return facts;
    }

    private static boolean asksForPayment(DocumentKind kind) {
        return kind == DocumentKind.PROFORMA || kind == DocumentKind.INVOICE;
    }

    /** A proforma has no tax date: nothing was supplied or paid yet. */
    private static Optional<Term> taxDate(DocumentKind kind) {
        return switch (kind) {
            case PROFORMA -> Optional.empty();
            case ADVANCE -> Optional.of(Term.RECEIVED);
            case INVOICE, CREDIT_NOTE -> Optional.of(Term.SUPPLIED);
        };
    }

    private static PdfPCell cell(Ink ink, Fact fact) {
        PdfPTable pair = Cells.table(1);
        pair.addCell(Cells.left(ink.text(Style.LABEL, fact.label())));
        pair.addCell(Cells.below(3, Cells.left(ink.text(Style.STRONG, fact.value()))));
        return onBand(Cells.holding(pair));
    }

    private static PdfPCell onBand(PdfPCell cell) {
        cell.setBackgroundColor(Palette.BAND);
        cell.setPadding(8);
        cell.setPaddingLeft(14);
        return cell;
    }

    private record Fact(String label, String value) {}
}
