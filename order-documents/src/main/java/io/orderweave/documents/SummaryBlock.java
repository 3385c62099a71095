package io.orderweave.documents;

import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import io.orderweave.document.Document;
import io.orderweave.document.DocumentKind;
import io.orderweave.document.DocumentLine;
import io.orderweave.document.VatSummary;
import io.orderweave.money.Money;
import java.util.Optional;
import java.util.function.Function;

/** VAT by rate and what must be said of it on the left, the sums on the right. */
final class SummaryBlock implements Block {

    private static final int LONGEST_LARGE_AMOUNT = 17;

    @Override
    public Optional<PdfPTable> draw(Sheet sheet) {
        PdfPTable summary = Cells.table(50, 5, 45);
        summary.addCell(Cells.holding(left(sheet)));
        summary.addCell(Cells.empty());
        summary.addCell(Cells.holding(sums(sheet)));
        summary.setKeepTogether(true);
        summary.setSpacingAfter(18);
        return Optional.of(summary);
    }

    private static PdfPTable left(Sheet sheet) {
        Document document = sheet.document();
        PdfPTable left = Cells.table(1);
        if (!document.vat().isEmpty()) {
            left.addCell(Cells.left(sheet.ink().text(Style.STRONG, sheet.texts().get(Term.VAT_HEADING))));
            left.addCell(Cells.below(6, Cells.holding(vat(sheet))));
        }
        if (!document.sellerIsVatPayer()) {
            addNotice(sheet, left, Term.NOTICE_UNTAXED);
        }
        if (isSettled(document)) {
            addNotice(sheet, left, Term.NOTICE_SETTLED);
        }
        return left;
    }

    private static boolean isSettled(Document document) {
        return document.kind() != DocumentKind.CREDIT_NOTE
                && (document.paid().isPositive() || !deducted(document).isZero())
                && document.toPay().isZero();
    }

    private static void addNotice(Sheet sheet, PdfPTable table, Term notice) {
        PdfPCell cell = Cells.left(sheet.ink().text(Style.BODY, sheet.texts().get(notice)));
        cell.setPaddingTop(table.size() == 0 ? 0 : 8);
        table.addCell(cell);
    }

    private static PdfPTable vat(Sheet sheet) {
        PdfPTable table = Cells.table(16, 28, 26, 30);
        table.addCell(row(Cells.left(heading(sheet, Term.VAT_RATE))));
        table.addCell(row(Cells.right(heading(sheet, Term.VAT_BASE))));
        table.addCell(row(Cells.right(heading(sheet, Term.VAT_VAT))));
        table.addCell(row(Cells.right(heading(sheet, Term.VAT_GROSS))));
        table.setHeaderRows(1);
        Formats formats = sheet.formats();
        for (VatSummary rate : sheet.document().vat()) {
            table.addCell(row(Cells.left(body(sheet, formats.rate(rate.rate())))));
            table.addCell(row(Cells.right(body(sheet, formats.amount(rate.base())))));
            table.addCell(row(Cells.right(body(sheet, formats.amount(rate.vat())))));
            table.addCell(row(Cells.right(body(sheet, formats.amount(rate.gross())))));
        }
        return table;
    }

    private static Phrase heading(Sheet sheet, Term term) {
        return sheet.ink().text(Style.LABEL, sheet.texts().get(term));
    }

    private static Phrase body(Sheet sheet, String text) {
        return sheet.ink().text(Style.BODY, text);
    }

    private static PdfPCell row(PdfPCell cell) {
        cell.setBorder(PdfPCell.BOTTOM);
        cell.setBorderWidthBottom(0.5f);
        cell.setBorderColor(Palette.HAIRLINE);
        cell.setPaddingTop(4);
        cell.setPaddingBottom(4);
        return cell;
    }

    private static PdfPTable sums(Sheet sheet) {
        Document document = sheet.document();
        PdfPTable sums = Cells.table(40, 60);
        Money deducted = deducted(document);
        if (!deducted.isZero()) {
            addSum(sheet, sums, Term.SUM_SALE, document.total().minus(deducted));
            addSum(sheet, sums, Term.SUM_DEDUCTED, deducted);
        }
        if (!document.vat().isEmpty()) {
            addSum(sheet, sums, Term.SUM_BASE, sum(document, VatSummary::base));
            addSum(sheet, sums, Term.SUM_VAT, sum(document, VatSummary::vat));
        }
        addSum(sheet, sums, Term.SUM_TOTAL, document.total());
        if (document.paid().isPositive()) {
            addSum(sheet, sums, Term.SUM_PAID, document.paid().negated());
        }
        if (document.kind() == DocumentKind.CREDIT_NOTE) {
            addResult(sheet, sums, Term.SUM_CREDITED, document.total().negated());
        } else {
            addResult(sheet, sums, Term.SUM_TO_PAY, document.toPay());
        }
        return sums;
    }

    /** What advances take off; on a credit note what it gives back of that. */
    private static Money deducted(Document document) {
        return document.lines().stream()
                .filter(line -> line.advance().isPresent())
                .map(DocumentLine::total)
                .reduce(Money.zero(document.currency()), Money::plus);
    }

    private static Money sum(Document document, Function<VatSummary, Money> part) {
        return document.vat().stream().map(part).reduce(Money.zero(document.currency()), Money::plus);
    }

    private static void addSum(Sheet sheet, PdfPTable sums, Term label, Money money) {
        sums.addCell(sum(Cells.left(sheet.ink().text(Style.BODY, sheet.texts().get(label)))));
        sums.addCell(
                sum(Cells.right(sheet.ink().text(Style.BODY, sheet.formats().money(money)))));
    }

    private static PdfPCell sum(PdfPCell cell) {
        cell.setPaddingBottom(6);
        return cell;
    }

    private static void addResult(Sheet sheet, PdfPTable sums, Term label, Money money) {
        sums.addCell(
                result(Cells.left(sheet.ink().text(Style.STRONG, sheet.texts().get(label)))));
        String amount = sheet.formats().money(money);
        // In large type a longer amount would break in the middle of a number.
        Style style = amount.length() <= LONGEST_LARGE_AMOUNT ? Style.SUM : Style.STRONG;
        sums.addCell(result(Cells.right(sheet.ink().text(style, amount))));
    }

    private static PdfPCell result(PdfPCell cell) {
        cell.setBorder(PdfPCell.TOP);
        cell.setBorderWidthTop(1);
        cell.setBorderColor(Palette.INK);
        cell.setVerticalAlignment(PdfPCell.ALIGN_MIDDLE);
        cell.setPaddingTop(8);
        return cell;
    }
}
