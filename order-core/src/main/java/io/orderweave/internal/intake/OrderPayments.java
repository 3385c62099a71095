package io.orderweave.internal.intake;

import io.orderweave.effect.EffectContext.Outcome;
import io.orderweave.id.OrderId;
import io.orderweave.id.PaymentId;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.ChangeScope;
import io.orderweave.internal.book.Trace;
import io.orderweave.internal.book.TransactionRecord;
import io.orderweave.order.Order;
import io.orderweave.payment.Payment;
import io.orderweave.payment.PaymentEvent;
import java.util.List;

/** Records money for an order: the same way whether a match, a courier or a person brought it. In the open transaction. */
public final class OrderPayments {

    private final Book book;

    public OrderPayments(Book book) {
        this.book = book;
    }

    /** The payment a bank transaction is for an order. */
    public Payment pay(ChangeScope scope, TransactionRecord record, OrderId order, Trace trace) {
        Payment payment = Payment.builder()
                .id(new PaymentId(book.newId()))
                .order(order)
                .amount(record.transaction().amount())
                .receivedAt(record.transaction().receivedAt())
                .source(Payment.Source.BANK)
                .reference(record.transaction().bankReference())
                .transaction(record.id())
                .build();
        return pay(scope, payment, trace);
    }

    public Payment pay(ChangeScope scope, Payment payment, Trace trace) {
        book.payments().insertAbsent(payment);
        scope.change(payment.order(), trace, order -> paid(order, payment));
        return payment;
    }

    private static Outcome paid(Order order, Payment payment) {
        return new Outcome(
                order.toBuilder()
                        .progress(order.progress()
                                .withPaid(order.progress().paid().plus(payment.amount())))
                        .build(),
                List.of(new PaymentEvent.PaymentReceived(payment.id(), payment.amount(), payment.source())));
    }
}
