package io.orderweave.documents;

import com.lowagie.text.pdf.PdfPTable;
import java.util.Optional;

/** One part of the page, from edge to edge. */
interface Block {

    /** Empty when this document has no such part. */
    Optional<PdfPTable> draw(Sheet sheet);
}
