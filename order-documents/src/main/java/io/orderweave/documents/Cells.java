package io.orderweave.documents;

import com.lowagie.text.Element;
import com.lowagie.text.Image;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;

/** Tables and cells as this layout uses them: no borders, no padding, lines set close. */
final class Cells {

    private static final float LEADING = 1.3f;

    private Cells() {}

    /** A table as wide as what holds it. */
    static PdfPTable table(float... widths) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        return table;
    }

    static PdfPCell left(Phrase text) {
        return bare(new PdfPCell(text), Element.ALIGN_LEFT);
    }

    static PdfPCell right(Phrase text) {
        return bare(new PdfPCell(text), Element.ALIGN_RIGHT);
    }

    static PdfPCell right(Image image) {
        return bare(new PdfPCell(image), Element.ALIGN_RIGHT);
    }

    static PdfPCell left(Image image) {
        return bare(new PdfPCell(image), Element.ALIGN_LEFT);
    }

    static PdfPCell centred(Image image) {
        return bare(new PdfPCell(image), Element.ALIGN_CENTER);
    }

    static PdfPCell centred(Phrase text) {
        return bare(new PdfPCell(text), Element.ALIGN_CENTER);
    }

    static PdfPCell holding(PdfPTable table) {
        PdfPCell cell = bare(new PdfPCell(table), Element.ALIGN_LEFT);
        // The cell's constructor asks for it: rules below the last row would sink to the bottom of a higher neighbour.
        table.setExtendLastRow(false);
        return cell;
    }

    /** The cell with space above its content. */
    static PdfPCell below(float space, PdfPCell cell) {
        cell.setPaddingTop(space);
        return cell;
    }

    static PdfPCell empty() {
        return left(new Phrase(""));
    }

    private static PdfPCell bare(PdfPCell cell, int alignment) {
        cell.setBorder(PdfPCell.NO_BORDER);
        cell.setPadding(0);
        cell.setLeading(0, LEADING);
        cell.setUseAscender(true);
        cell.setUseDescender(true);
        cell.setHorizontalAlignment(alignment);
        return cell;
    }
}
