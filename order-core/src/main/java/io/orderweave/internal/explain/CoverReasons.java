package io.orderweave.internal.explain;

import io.orderweave.document.Document;
import io.orderweave.document.DocumentChain;
import io.orderweave.document.DocumentKind;
import io.orderweave.id.PaymentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the documents of an order cover already, and so no other may. Pure. */
final class CoverReasons {

    private CoverReasons() {}

    /** One sentence for each invoice and advance document. */
    static List<String> of(DocumentChain chain) {
        List<String> reasons = new ArrayList<>();
        for (Document document : chain.documents()) {
            Optional<Document> creditNote = chain.creditNoteOf(document.id());
            if (document.kind() == DocumentKind.ADVANCE) {
                reasons.add(advance(document, document.payment().orElseThrow(), creditNote));
            } else if (document.kind() == DocumentKind.INVOICE) {
                reasons.add(invoice(document, creditNote, chain.replacementOf(document.id())));
            }
        }
        return reasons;
    }

    private static String advance(Document advance, PaymentId payment, Optional<Document> creditNote) {
        return "payment " + payment + " already has advance " + advance.number()
                + creditNote
                        .map(note -> ", credited by " + note.number() + "; it gets no other")
                        .orElse("");
    }

    private static String invoice(Document invoice, Optional<Document> creditNote, Optional<Document> replacement) {
        if (creditNote.isEmpty()) {
            return "invoice " + invoice.number() + " covers what is on it";
        }
        return "invoice " + invoice.number() + " is credited by "
                + creditNote.get().number()
                + replacement
                        .map(other -> " and replaced by " + other.number())
                        .orElse("; rules get nothing back, a person may issue it again");
    }
}
