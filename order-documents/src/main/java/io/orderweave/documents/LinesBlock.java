package io.orderweave.documents;

import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import io.orderweave.document.DocumentLine;
import io.orderweave.money.Money;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What was sold, received or deducted. Its heading is repeated on every page. */
final class LinesBlock implements Block {

    private static final float PADDING = 6;
    /** Between columns; none before the first, so that the table is flush with the page. */
    private static final float GUTTER = 10;

    @Override
    public Optional<PdfPTable> draw(Sheet sheet) {
        PdfPTable lines = sheet.document().sellerIsVatPayer() ? taxed(sheet) : untaxed(sheet);
        lines.setSpacingAfter(14);
        return Optional.of(lines);
    }

    private static PdfPTable taxed(Sheet sheet) {
        PdfPTable table = Cells.table(40, 8, 15, 8, 15, 16);
        addHeading(
                sheet,
                table,
                Term.LINE_QUANTITY,
                Term.LINE_NET_PRICE,
                Term.LINE_RATE,
                Term.LINE_GROSS_PRICE,
                Term.LINE_GROSS_TOTAL);
        Formats formats = sheet.formats();
        for (DocumentLine line : sheet.document().lines()) {
            table.addCell(description(sheet, line));
            table.addCell(number(sheet, Style.BODY, formats.quantity(line.quantity())));
            table.addCell(number(sheet, Style.BODY, formats.amount(netPrice(line))));
            table.addCell(
                    number(sheet, Style.BODY, line.vatRate().map(formats::rate).orElse("")));
            table.addCell(number(sheet, Style.BODY, formats.amount(line.unitPrice())));
            table.addCell(number(sheet, Style.STRONG, formats.amount(line.total())));
        }
        return table;
    }

    private static PdfPTable untaxed(Sheet sheet) {
        PdfPTable table = Cells.table(56, 10, 18, 19);
        addHeading(sheet, table, Term.LINE_QUANTITY, Term.LINE_PRICE, Term.LINE_TOTAL);
        Formats formats = sheet.formats();
        for (DocumentLine line : sheet.document().lines()) {
            table.addCell(description(sheet, line));
            table.addCell(number(sheet, Style.BODY, formats.quantity(line.quantity())));
            table.addCell(number(sheet, Style.BODY, formats.amount(line.unitPrice())));
            table.addCell(number(sheet, Style.STRONG, formats.amount(line.total())));
        }
        return table;
    }

    /**
     * The price of one piece without VAT, which article 226(8) of Directive 2006/112/EC asks for. Derived from the gross price
     * and rounded to the minor unit; the sums that count are those of the VAT summary.
     */
    private static Money netPrice(DocumentLine line) {
        return line.vatRate()
                .map(rate -> line.unitPrice().minus(rate.containedIn(line.unitPrice())))
                .orElseGet(line::unitPrice);
    }

    private static void addHeading(Sheet sheet, PdfPTable table, Term... numbers) {
        PdfPCell first = underHeading(Cells.left(heading(sheet, Term.LINE_DESCRIPTION)));
        first.setPaddingLeft(0);
        table.addCell(first);
        Stream.of(numbers).forEach(term -> table.addCell(underHeading(Cells.right(heading(sheet, term)))));
        table.setHeaderRows(1);
    }

    private static Phrase heading(Sheet sheet, Term term) {
        return sheet.ink().text(Style.COLUMN, sheet.texts().get(term));
    }

    private static PdfPCell underHeading(PdfPCell cell) {
        cell.setVerticalAlignment(PdfPCell.ALIGN_BOTTOM);
        cell.setBorder(PdfPCell.BOTTOM);
        cell.setBorderWidthBottom(1);
        cell.setBorderColor(Palette.INK);
        cell.setPaddingBottom(PADDING);
        cell.setPaddingLeft(GUTTER);
        return cell;
    }

    private static PdfPCell description(Sheet sheet, DocumentLine line) {
        Ink ink = sheet.ink();
        PdfPTable texts = Cells.table(1);
        texts.addCell(Cells.left(ink.text(Style.BODY, name(sheet.texts(), line))));
        line.sku()
                .map(sku -> sheet.texts().get(Term.LINE_SKU) + ": " + sku)
                .ifPresent(sku -> texts.addCell(Cells.below(2, Cells.left(ink.text(Style.LABEL, sku)))));
        return row(Cells.holding(texts));
    }

    /** A payment's share and a deduction say only whose; the words are the language's. */
    private static String name(Texts texts, DocumentLine line) {
        if (line.payment().isPresent()) {
            return texts.get(Term.LINE_PAYMENT, Map.of("order", line.description()));
        }
        return line.advance().isPresent()
                ? texts.get(Term.LINE_DEDUCTION, Map.of("number", line.description()))
                : line.description();
    }

    private static PdfPCell number(Sheet sheet, Style style, String text) {
        PdfPCell cell = row(Cells.right(sheet.ink().text(style, text)));
        cell.setPaddingLeft(GUTTER);
        return cell;
    }

    private static PdfPCell row(PdfPCell cell) {
        cell.setBorder(PdfPCell.BOTTOM);
        cell.setBorderWidthBottom(0.5f);
        cell.setBorderColor(Palette.HAIRLINE);
        cell.setPaddingTop(PADDING);
        cell.setPaddingBottom(PADDING);
        return cell;
    }
}
