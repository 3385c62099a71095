package io.orderweave.internal.effects;

import io.orderweave.document.Document;
import io.orderweave.document.DocumentLine;
import io.orderweave.id.DocumentId;
import java.util.List;
import java.util.Optional;

/** Drafts the credit note over a whole invoice or advance document: its mirror, line by line and rate by rate. Pure. */
final class CreditDrafts {

    private CreditDrafts() {}

    static Drafted of(DocumentId credited, Optional<String> reason, Commission commission) {
        Optional<Document> found = commission.chain().find(credited);
        if (found.isEmpty()) {
            return Drafted.impossible("order " + commission.order().id() + " has no document " + credited);
        }
        Document original = found.get();
        return obstacle(original, commission).orElseGet(() -> mirror(original, reason, commission));
    }

    private static Optional<Drafted> obstacle(Document original, Commission commission) {
        Optional<Document> creditNote = commission.chain().creditNoteOf(original.id());
        if (creditNote.isPresent()) {
            return Optional.of(Drafted.notWanted("document " + original.number() + " already has credit note "
                    + creditNote.get().number()));
        }
        return switch (original.kind()) {
            case INVOICE -> Optional.empty();
            case ADVANCE ->
                commission
                        .chain()
                        .deductionOf(original.id())
                        .map(invoice -> Drafted.impossible("advance " + original.number() + " is deducted by invoice "
                                + invoice.number() + "; credit that first"));
            case PROFORMA, CREDIT_NOTE ->
                Optional.of(Drafted.impossible("document " + original.number() + " is of kind " + original.kind()
                        + ", which is not credited"));
        };
    }

    private static Drafted mirror(Document original, Optional<String> reason, Commission commission) {
        List<DocumentLine> lines =
                original.lines().stream().map(CreditDrafts::mirror).toList();
        Document.Builder note = Document.builder();
        note.from(original)
                .sellerProfile(commission.seller().profile())
                .order(commission.order().id())
                .lines(lines)
                .vat(VatSums.negated(original.vat()))
                .total(original.total().negated())
                .paid(commission.zero())
                .payTo(Optional.empty())
                .corrects(original.id())
                .correctsNumber(original.number())
                .reason(reason)
                .replaces(Optional.empty())
                .replacesNumber(Optional.empty());
        return new Drafted.Draft(
                numbering -> numbering.stamp(note).build(), progress -> Cover.credited(progress, original));
    }

    private static DocumentLine mirror(DocumentLine line) {
        DocumentLine.Builder mirrored = DocumentLine.builder();
        return mirrored.from(line).quantity(-line.quantity()).build();
    }
}
