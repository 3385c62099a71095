package io.orderweave.internal.intake;

import io.orderweave.document.Document;
import io.orderweave.id.OrderId;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.DocumentRecord;
import io.orderweave.internal.book.References;
import io.orderweave.order.Order;
import io.orderweave.order.Phase;
import io.orderweave.payment.BankTransaction;
import io.orderweave.payment.MatchCriterion;
import io.orderweave.payment.MatchOutcome;
import io.orderweave.payment.PaymentMatcher;
import io.orderweave.store.IndexValue;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Orders that payment references name, from the book. */
final class BookCandidates implements PaymentMatcher.Candidates {

    private final Book book;

    BookCandidates(Book book) {
        this.book = book;
    }

    @Override
    public Set<OrderId> named(MatchCriterion criterion, String reference) {
        return switch (criterion) {
            case INVOICE_VARIABLE_SYMBOL -> documents(References.symbol(reference));
            case INVOICE_NUMBER -> documents(References.number(reference));
            case ORDER_NUMBER -> orders(References.number(reference));
        };
    }

    @Override
    public Optional<MatchOutcome.Reason> unfit(OrderId id, BankTransaction transaction) {
        Order order = book.findOrder(id).orElseThrow();
        if (order.phase() == Phase.CANCELLED) {
            return Optional.of(MatchOutcome.Reason.ORDER_CANCELLED);
        }
        if (!order.currency().equals(transaction.amount().currency())) {
            return Optional.of(MatchOutcome.Reason.WRONG_CURRENCY);
        }
        return order.openAmount().isPositive() ? Optional.empty() : Optional.of(MatchOutcome.Reason.ALREADY_PAID);
    }

    private Set<OrderId> documents(String reference) {
        Set<OrderId> orders = new LinkedHashSet<>();
        book.documents().find(book.documents().query().where("payment_refs", reference)).stream()
                .map(DocumentRecord::document)
                .map(Document::order)
                .flatMap(Optional::stream)
                .forEach(orders::add);
        return orders;
    }

    private Set<OrderId> orders(String reference) {
        Set<OrderId> orders = new LinkedHashSet<>();
        book.ordersWith("payment_refs", IndexValue.of(reference)).forEach(order -> orders.add(order.id()));
        return orders;
    }
}
