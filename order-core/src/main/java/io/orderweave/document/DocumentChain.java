package io.orderweave.document;

import io.orderweave.id.DocumentId;
import io.orderweave.id.PaymentId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The documents of one order and what has become of each: which are credited, which advances are deducted, which invoice stands in
 * another's place. Derived from the documents alone, so that it cannot be out of step with them. Immutable; hosts get one from {@link
 * Documents#chain}.
 *
 * @param documents oldest first
 */
public record DocumentChain(List<Document> documents) {

    public DocumentChain {
        documents = List.copyOf(documents);
    }

    public Optional<Document> find(DocumentId id) {
        return first(document -> document.id().equals(id));
    }

    /** The credit note that corrects the document. */
    public Optional<Document> creditNoteOf(DocumentId id) {
        return first(document -> document.kind() == DocumentKind.CREDIT_NOTE
                && document.corrects().equals(Optional.of(id)));
    }

    /** The documents of that kind that no credit note corrects. */
    public List<Document> live(DocumentKind kind) {
        return documents.stream()
                .filter(document -> document.kind() == kind)
                .filter(document -> creditNoteOf(document.id()).isEmpty())
                .toList();
    }

    /** The live advance document of a payment. */
    public Optional<Document> advanceOf(PaymentId payment) {
        return live(DocumentKind.ADVANCE).stream()
                .filter(advance -> advance.payment().equals(Optional.of(payment)))
                .findFirst();
    }

    /** The live invoice that deducts the advance document. */
    public Optional<Document> deductionOf(DocumentId advance) {
        return live(DocumentKind.INVOICE).stream()
                .filter(invoice ->
                        invoice.lines().stream().anyMatch(line -> line.advance().equals(Optional.of(advance))))
                .findFirst();
    }

    /** Live advance documents that no live invoice deducts. */
    public List<Document> openAdvances() {
        return live(DocumentKind.ADVANCE).stream()
                .filter(advance -> deductionOf(advance.id()).isEmpty())
                .toList();
    }

    /** The invoice issued in the place of a credited one, whether or not it is credited itself by now. */
    public Optional<Document> replacementOf(DocumentId id) {
        return first(document -> document.replaces().equals(Optional.of(id)));
    }

    private Optional<Document> first(Predicate<Document> wanted) {
        return documents.stream().filter(wanted).findFirst();
    }
}
