package io.orderweave.document;

import io.orderweave.event.Actor;
import io.orderweave.id.DocumentId;
import io.orderweave.id.OrderId;
import io.orderweave.id.PaymentId;
import io.orderweave.party.Party;
import java.util.List;
import java.util.Optional;

/**
 * Issued documents as hosts use them. Thread-safe.
 *
 * <p>Commands plan what is to be issued, under the key a rule would plan it under, so that asking twice, or after a rule did, is one
 * document; {@link io.orderweave.effect.Effects#runDue} issues it, or says in the effect's reason why not.
 */
public interface Documents {

    Optional<Document> find(DocumentId id);

    /** The documents of one order, oldest first. */
    List<Document> of(OrderId order);

    /** The documents of one order and what has become of each. */
    DocumentChain chain(OrderId order);

    /**
     * Asks for the order's proforma or for its final invoice over everything that was never invoiced; the invoice deducts the advance
     * documents issued before.
     *
     * @throws io.orderweave.error.OrderweaveException (INVALID_REQUEST) for another kind
     */
    void issue(OrderId order, DocumentKind kind, Actor actor);

    /**
     * Asks for the advance document (tax document on a received payment) of a payment.
     *
     * @throws io.orderweave.error.OrderweaveException (NOT_FOUND) when there is no such payment
     */
    void issueAdvance(PaymentId payment, Actor actor);

    /**
     * Asks for the credit note over the whole of an invoice or advance document; one already asked for changes nothing. It gives rules
     * nothing back to invoice.
     *
     * @param reason printed on it: a word that documents have a text for, for example {@code cancelled}, or a sentence
     * @throws io.orderweave.error.OrderweaveException (NOT_FOUND) when there is no such document, (INVALID_REQUEST) when it is of a kind
     *     that is not credited
     */
    void credit(DocumentId document, String reason, Actor actor);

    /**
     * Invoices another party: in one command the order takes the party, and the invoice's credit note and the invoice in its place are
     * planned, which covers what the credited one did and waits for the credit note. Asked again, it changes nothing; with yet another
     * party before the new invoice is issued, that party is invoiced.
     *
     * @throws io.orderweave.error.OrderweaveException (NOT_FOUND) when there is no such document, (INVALID_REQUEST) when it is no invoice,
     *     another stands in its place already, or its order is cancelled
     */
    void reissue(DocumentId document, Party invoiceParty, Actor actor);

    /** The stored PDF; empty until it is drawn. */
    Optional<byte[]> pdf(DocumentId id);
}
