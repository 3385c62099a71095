package io.orderweave.document;

import io.orderweave.id.DocumentId;
import io.orderweave.id.OrderId;
import io.orderweave.id.PaymentId;
import java.time.Instant;
import java.util.Optional;

/**
 * A document that was issued in a time the restored backup knows nothing of, as the shop still has it: from a mail, a customer, a
 * channel, a printer.
 *
 * @param payment of an advance document: the payment it was issued for
 * @param corrects of a credit note: the document it credits
 * @param issuedAt in UTC
 * @param pdf its PDF, kept as it is; drawn anew when empty
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed over, never compared
public record IssuedDocument(
        OrderId order,
        DocumentKind kind,
        String number,
        Instant issuedAt,
        Optional<byte[]> pdf,
        Optional<PaymentId> payment,
        Optional<DocumentId> corrects) {

    public IssuedDocument {
        if (payment.isPresent() != (kind == DocumentKind.ADVANCE)) {
            throw new IllegalArgumentException("an advance document, and no other, names its payment: " + number);
        }
        if (corrects.isPresent() != (kind == DocumentKind.CREDIT_NOTE)) {
            throw new IllegalArgumentException("a credit note, and no other, names what it credits: " + number);
        }
    }

    public static IssuedDocument proforma(OrderId order, String number, Instant issuedAt, Optional<byte[]> pdf) {
        return new IssuedDocument(
                order, DocumentKind.PROFORMA, number, issuedAt, pdf, Optional.empty(), Optional.empty());
    }

    /** The order's first final invoice. */
    public static IssuedDocument invoice(OrderId order, String number, Instant issuedAt, Optional<byte[]> pdf) {
        return new IssuedDocument(
                order, DocumentKind.INVOICE, number, issuedAt, pdf, Optional.empty(), Optional.empty());
    }

    public static IssuedDocument advance(
            OrderId order, PaymentId payment, String number, Instant issuedAt, Optional<byte[]> pdf) {
        return new IssuedDocument(
                order, DocumentKind.ADVANCE, number, issuedAt, pdf, Optional.of(payment), Optional.empty());
    }

    public static IssuedDocument creditNote(
            OrderId order, DocumentId corrects, String number, Instant issuedAt, Optional<byte[]> pdf) {
        return new IssuedDocument(
                order, DocumentKind.CREDIT_NOTE, number, issuedAt, pdf, Optional.empty(), Optional.of(corrects));
    }

    /** Without the content, which holds personal data. */
    @Override
    public String toString() {
        return "IssuedDocument[" + kind + " " + number + " of order " + order + "]";
    }
}
