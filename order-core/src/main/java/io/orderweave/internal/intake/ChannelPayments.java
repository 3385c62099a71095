package io.orderweave.internal.intake;

import io.orderweave.channel.ExternalRef;
import io.orderweave.connector.ChannelPayment;
import io.orderweave.effect.EffectContext.Outcome;
import io.orderweave.id.OrderId;
import io.orderweave.id.PaymentId;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.Digest;
import io.orderweave.internal.book.OrderChanges;
import io.orderweave.internal.book.Versioned;
import io.orderweave.money.Money;
import io.orderweave.order.Order;
import io.orderweave.payment.Payment;
import io.orderweave.payment.PaymentEvent;
import java.util.List;
import java.util.Optional;

/** Payments the channel tells of: each counted once, and its growth once, however often it is told. */
final class ChannelPayments {

    private final Book book;

    ChannelPayments(Book book) {
        this.book = book;
    }

    /** The order with what is new of the payment. Writes the payment into the open transaction. */
    Outcome received(Order order, ExternalRef ref, ChannelPayment told) {
        PaymentId id = new PaymentId(Digest.id(ref.channel() + "/" + ref.account() + "/" + told.externalId()));
        Optional<Versioned<Payment>> known = book.payments().findVersioned(id.value());
        Money before = known.map(payment -> payment.value().amount())
                .orElse(Money.zero(told.amount().currency()));
        Money growth = told.amount().minus(before);
        if (!growth.isPositive()) {
            return OrderChanges.none(order);
        }
        Payment payment = payment(id, order.id(), told);
        if (known.isPresent()) {
            book.payments().update(payment, known.get().version());
        } else {
            book.payments().insertAbsent(payment);
        }
        Order paid = order.toBuilder()
                .progress(order.progress().withPaid(order.progress().paid().plus(growth)))
                .build();
        return new Outcome(paid, List.of(new PaymentEvent.PaymentReceived(id, growth, Payment.Source.CHANNEL)));
    }

    private static Payment payment(PaymentId id, OrderId order, ChannelPayment told) {
        return Payment.builder()
                .id(id)
                .order(order)
                .amount(told.amount())
                .receivedAt(told.at())
                .source(Payment.Source.CHANNEL)
                .reference(told.externalId())
                .build();
    }
}
