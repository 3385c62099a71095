package io.orderweave.internal.explain;

import io.orderweave.document.Document;
import io.orderweave.document.DocumentChain;
import io.orderweave.document.DocumentKind;
import io.orderweave.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the documents of an order cover already, and so no other may. Pure. */
final class CoverReasons {

    private CoverReasons() {}

    /** One message for each invoice and advance document. */
    static List<Message> of(DocumentChain chain) {
        List<Message> reasons = new ArrayList<>();
        for (Document document : chain.documents()) {
            Optional<Document> creditNote = chain.creditNoteOf(document.id());
            if (document.kind() == DocumentKind.ADVANCE) {
                reasons.add(advance(document, creditNote));
            } else if (document.kind() == DocumentKind.INVOICE) {
                reasons.add(invoice(document, creditNote, chain.replacementOf(document.id())));
            }
        }
        return reasons;
    }

    private static Message advance(Document advance, Optional<Document> creditNote) {
        return Message.of(
                creditNote.isPresent() ? "obstacle.advance-credited" : "obstacle.advance",
                "payment",
                advance.payment().orElseThrow(),
                "number",
                advance.number(),
                "note",
                creditNote.map(Document::number).orElse(""));
    }

    private static Message invoice(Document invoice, Optional<Document> creditNote, Optional<Document> replacement) {
        if (creditNote.isEmpty()) {
            return Message.of("obstacle.invoice", "number", invoice.number());
        }
        return Message.of(
                replacement.isPresent() ? "obstacle.invoice-replaced" : "obstacle.invoice-credited",
                "number",
                invoice.number(),
                "note",
                creditNote.get().number(),
                "other",
                replacement.map(Document::number).orElse(""));
    }
}
