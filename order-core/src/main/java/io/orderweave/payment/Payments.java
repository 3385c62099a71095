package io.orderweave.payment;

import io.orderweave.event.Actor;
import io.orderweave.id.OrderId;
import io.orderweave.id.TransactionId;
import io.orderweave.money.Money;
import java.util.List;

/** Payments as hosts use them. Thread-safe. */
public interface Payments {

    /** The payments of one order, oldest first. */
    List<Payment> of(OrderId order);

    /** Records that a person says the order was paid that much. */
    Payment record(OrderId order, Money amount, Actor actor);

    /** Bank transactions that no order was found for, oldest first, at most {@code limit}. */
    List<IncomingTransaction> unmatched(int limit);

    /** Assigns an unmatched transaction to an order by hand; the rest is as if it had matched. */
    Payment assign(TransactionId transaction, OrderId order, Actor actor);

    /**
     * A bank transaction in the book.
     *
     * @param outcome for people: what matching came to
     */
    record IncomingTransaction(TransactionId id, BankTransaction transaction, String outcome) {}
}
