package io.orderweave.documents;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The foot of every page: number of the document, the seller's line, page n of m. */
final class PageFoot extends PdfPageEventHelper {

    /** From the page's bottom edge to the foot's top edge, in points. */
    private static final float TOP = 52;

    private static final float HEIGHT = 36;

    private final Sheet sheet;

    /** Left open until the end: only then it is known how many pages there are. */
    private final List<PdfTemplate> feet = new ArrayList<>();

    PageFoot(Sheet sheet) {
        this.sheet = sheet;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document page) {
        PdfTemplate foot = writer.getDirectContent().createTemplate(page.right() - page.left(), HEIGHT);
        writer.getDirectContent().addTemplate(foot, page.left(), TOP - HEIGHT);
        feet.add(foot);
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document page) {
        for (int index = 0; index < feet.size(); index++) {
            PdfTemplate foot = feet.get(index);
            PdfPTable table = table(index + 1);
            table.setTotalWidth(foot.getWidth());
            table.writeSelectedRows(0, -1, 0, HEIGHT, foot);
        }
    }

    private PdfPTable table(int page) {
        PdfPTable table = new PdfPTable(new float[] {25, 50, 25});
        String pageOfPages = sheet.texts()
                .get(Term.PAGE, Map.of("page", String.valueOf(page), "pages", String.valueOf(feet.size())));
        table.addCell(cell(sheet.document().number(), Element.ALIGN_LEFT));
        table.addCell(cell(sheet.letterhead().footer().orElse(""), Element.ALIGN_CENTER));
        table.addCell(cell(pageOfPages, Element.ALIGN_RIGHT));
        return table;
    }

    private PdfPCell cell(String text, int alignment) {
        PdfPCell cell = Cells.left(sheet.ink().text(Style.FOOT, text));
        cell.setHorizontalAlignment(alignment);
        cell.setBorder(Rectangle.TOP);
        cell.setBorderWidthTop(0.5f);
        cell.setBorderColor(Palette.HAIRLINE);
        cell.setPaddingTop(6);
        return cell;
    }
}
