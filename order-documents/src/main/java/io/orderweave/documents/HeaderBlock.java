package io.orderweave.documents;

import com.lowagie.text.Image;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import io.orderweave.document.Document;
import java.util.Map;
import java.util.Optional;

/** Logo on the left; title, number, what it corrects or replaces, and the order's barcode on the right. */
final class HeaderBlock implements Block {

    private static final float LOGO_WIDTH = 170;
    private static final float LOGO_HEIGHT = 48;

    @Override
    public Optional<PdfPTable> draw(Sheet sheet) {
        PdfPTable header = Cells.table(42, 58);
        header.addCell(identity(sheet));
        header.addCell(Cells.holding(title(sheet)));
        header.setSpacingAfter(18);
        return Optional.of(header);
    }

    private static PdfPCell identity(Sheet sheet) {
        Optional<Image> logo = sheet.letterhead().logo();
        if (logo.isEmpty()) {
            String seller = sheet.document().sellerProfile().displayName();
            return Cells.left(sheet.ink().text(Style.NAME, seller));
        }
        logo.get().scaleToFit(LOGO_WIDTH, LOGO_HEIGHT);
        return Cells.left(logo.get());
    }

    private static PdfPTable title(Sheet sheet) {
        Document document = sheet.document();
        Ink ink = sheet.ink();
        Texts texts = sheet.texts();
        PdfPTable title = Cells.table(1);
        title.addCell(Cells.right(ink.text(Style.TITLE, texts.get(Titles.of(document)))));
        title.addCell(Cells.below(5, Cells.right(ink.text(Style.NUMBER, document.number()))));
        document.correctsNumber().ifPresent(number -> addNotice(title, sheet, Term.NOTICE_CORRECTS, number));
        document.replacesNumber().ifPresent(number -> addNotice(title, sheet, Term.NOTICE_REPLACES, number));
        document.orderNumber().ifPresent(number -> addBarcode(title, ink, number));
        return title;
    }

    private static void addNotice(PdfPTable title, Sheet sheet, Term notice, String number) {
        String text = sheet.texts().get(notice, Map.of("number", number));
        title.addCell(Cells.below(6, Cells.right(sheet.ink().text(Style.STRONG, text))));
    }

    private static void addBarcode(PdfPTable title, Ink ink, String orderNumber) {
        Optional<Image> barcode = BarcodeImages.code128(orderNumber);
        if (barcode.isPresent()) {
            title.addCell(Cells.below(10, Cells.right(barcode.get())));
            title.addCell(Cells.below(3, Cells.right(ink.text(Style.LABEL, orderNumber))));
        }
    }
}
