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

    /**
     * Has the channel pay money back to the buyer: plans an effect of kind {@code refund} whose discriminator is the refund's reference.
     * The order's progress grows when the channel has done it. Asked again, a refund that was refused is tried again; any other stays
     * as it is: a second click changes nothing. The refunds of one order are done one after the other, in the order they were asked for.
     *
     * @throws io.orderweave.error.OrderweaveException (NOT_FOUND) when there is no such order; (FORBIDDEN) when the policy refuses;
     *     (INVALID_REQUEST) when the payment did not come by the order's channel, the channel pays nothing back for that reason, the order
     *     does not have the lines, pieces or charges, more is asked for than is left of what was paid, a refund of other content has the
     *     reference, or a person has cancelled it
     */
    void refund(Refund refund, Actor actor);

    /** Assigns an unmatched transaction to an order by hand; the rest is as if it had matched. */
    Payment assign(TransactionId transaction, OrderId order, Actor actor);

    /**
     * A bank transaction in the book.
     *
     * @param outcome for people: what matching came to
     */
    record IncomingTransaction(TransactionId id, BankTransaction transaction, String outcome) {}
}
