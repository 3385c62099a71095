package io.orderweave.documents;

import com.lowagie.text.PageSize;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import io.orderweave.document.Document;
import java.io.ByteArrayOutputStream;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Optional;

/** Draws one document once: page, metadata, blocks from top to bottom. */
final class Drawing {

    private static final List<Block> BLOCKS = List.of(
            new HeaderBlock(),
            new PartiesBlock(),
            new FactsBlock(),
            new LinesBlock(),
            new SummaryBlock(),
            new PaymentBlock());

    private static final float SIDE = 42;
    private static final float TOP = 42;
    /** Leaves room for the {@link PageFoot}. */
    private static final float BOTTOM = 66;

    private final Document document;
    private final Fingerprint fingerprint;
    private final Sheet sheet;

    Drawing(Document document, Texts texts, Letterhead letterhead) {
        this.document = document;
        this.fingerprint = Fingerprint.of(document);
        this.sheet = new Sheet(
                document, texts, new Formats(texts.language()), new Ink(new Typeface(fingerprint)), letterhead);
    }

    byte[] pdf() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        com.lowagie.text.Document page = new com.lowagie.text.Document(PageSize.A4, SIDE, SIDE, TOP, BOTTOM);
        PdfWriter writer = PdfWriter.getInstance(page, bytes);
        writer.setPageEvent(new PageFoot(sheet));
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
        page.open();
        describe(writer);
        for (Block block : BLOCKS) {
            Optional<PdfPTable> part = block.draw(sheet);
            if (part.isPresent()) {
                page.add(part.get());
            }
        }
        page.close();
        return bytes.toByteArray();
    }

    /** What machines read: title, number, seller, language. After opening, which sets the time of the machine. */
    private void describe(PdfWriter writer) {
        PdfDictionary info = writer.getInfo();
        String number = sheet.ink().clean(document.number());
        String title = sheet.texts().get(Titles.of(document)) + " " + number;
        info.put(PdfName.TITLE, text(title));
        info.put(PdfName.SUBJECT, text(number));
        info.put(new PdfName("DocumentNumber"), text(number));
        info.put(PdfName.AUTHOR, text(sheet.ink().clean(document.sellerProfile().displayName())));
        info.put(PdfName.CREATOR, text("Orderweave"));
        info.put(
                PdfName.CREATIONDATE,
                new PdfDate(GregorianCalendar.from(document.issuedAt().atZone(ZoneOffset.UTC))));
        info.put(PdfName.FILEID, fingerprint.fileId());
        writer.getExtraCatalog()
                .put(PdfName.LANG, new PdfString(sheet.texts().language().code()));
    }

    private static PdfString text(String text) {
        return new PdfString(text, PdfObject.TEXT_UNICODE);
    }
}
