package io.orderweave.internal.effects;

import io.orderweave.document.Document;
import io.orderweave.document.DocumentChain;
import io.orderweave.document.DocumentKind;
import io.orderweave.document.DocumentLine;
import io.orderweave.document.Seller;
import io.orderweave.money.Money;
import io.orderweave.order.Order;
import io.orderweave.order.Phase;
import io.orderweave.order.Progress;
import java.util.List;

/**
 * What a document is drafted from, as it stands in the issuing transaction.
 *
 * @param chain the documents the order has already
 */
record Commission(Order order, DocumentChain chain, Seller seller) {

    boolean isCancelled() {
        return order.phase() == Phase.CANCELLED;
    }

    String cancelled() {
        return "order " + order.id() + " is cancelled";
    }

    /** A document to the party that the order invoices, with these lines. */
    Document.Builder document(List<DocumentLine> lines) {
        Document.Builder document = Document.builder();
        return document.seller(seller.id())
                .sellerProfile(seller.profile())
                .sellerIsVatPayer(seller.vatPayer())
                .order(order.id())
                .orderNumber(order.number())
                .buyer(order.invoicedParty())
                .recipient(order.delivery().recipient())
                .currency(order.currency())
                .lines(lines)
                .vat(VatSums.of(lines))
                .total(total(lines))
                .paymentMethod(order.payment().method())
                .language(seller.language());
    }

    Money total(List<DocumentLine> lines) {
        return lines.stream().map(DocumentLine::total).reduce(zero(), Money::plus);
    }

    /** The sum of documents' totals. */
    Money totalOf(List<Document> documents) {
        return documents.stream().map(Document::total).reduce(zero(), Money::plus);
    }

    /** Money of the buyer's that is not given back. */
    Money held() {
        Progress progress = order.progress();
        return nonNegative(progress.paid().minus(progress.refunded()));
    }

    /** Money of the buyer's that is neither given back nor on a live advance document. */
    Money heldWithoutAdvance() {
        return nonNegative(held().minus(totalOf(chain.live(DocumentKind.ADVANCE))));
    }

    private Money nonNegative(Money amount) {
        return amount.isNegative() ? zero() : amount;
    }

    Money zero() {
        return Money.zero(order.currency());
    }
}
