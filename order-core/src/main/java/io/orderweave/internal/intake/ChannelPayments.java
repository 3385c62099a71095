package io.orderweave.internal.intake;

import io.orderweave.channel.ExternalRef;
import io.orderweave.connector.ChannelOrder;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Payments the channel tells of in one run: each counted once, and what it grows or shrinks by once, however often it is told. Those
 * the book knows are read beforehand, new ones are written together.
 */
final class ChannelPayments {

    private final Book book;
    private final Map<String, Optional<Versioned<Payment>>> known = new HashMap<>();
    private final Map<String, Payment> fresh = new LinkedHashMap<>();

    ChannelPayments(Book book) {
        this.book = book;
    }

    /** Reads those of the orders that the book knows. */
    void read(List<ChannelOrder> told, Function<ChannelOrder, ExternalRef> identity) {
        for (ChannelOrder order : told) {
            ExternalRef ref = identity.apply(order);
            order.payments().forEach(payment -> known.put(id(ref, payment).value(), Optional.empty()));
        }
        for (Versioned<Payment> found : book.payments().findAll(List.copyOf(known.keySet()))) {
            known.put(found.value().id().value(), Optional.of(found));
        }
    }

    /** The order with what has changed of the payment. */
    Outcome received(Order order, ExternalRef ref, ChannelPayment told) {
        PaymentId id = id(ref, told);
        Money growth =
                told.amount().minus(amount(id).orElse(Money.zero(told.amount().currency())));
        if (growth.isZero()) {
            return OrderChanges.none(order);
        }
        write(payment(id, order.id(), told));
        Order changed = order.toBuilder()
                .progress(order.progress().withPaid(order.progress().paid().plus(growth)))
                .build();
        PaymentEvent event = growth.isPositive()
                ? new PaymentEvent.PaymentReceived(id, growth, Payment.Source.CHANNEL)
                : new PaymentEvent.PaymentReduced(id, growth.negated());
        return new Outcome(changed, List.of(event));
    }

    /** Others have changed payments of the book: they are read again. */
    void forget() {
        known.clear();
    }

    /** Writes the new ones. */
    void flush() {
        book.payments().insertAllAbsent(fresh.values());
        fresh.clear();
    }

    private Optional<Money> amount(PaymentId id) {
        return Optional.ofNullable(fresh.get(id.value()))
                .or(() -> known(id).map(Versioned::value))
                .map(Payment::amount);
    }

    private void write(Payment payment) {
        Optional<Versioned<Payment>> before = known(payment.id());
        if (before.isPresent()) {
            book.payments().update(payment, before.get().version());
            known.remove(payment.id().value());
        } else {
            fresh.put(payment.id().value(), payment);
        }
    }

    private Optional<Versioned<Payment>> known(PaymentId id) {
        return known.computeIfAbsent(id.value(), book.payments()::findVersioned);
    }

    private static PaymentId id(ExternalRef ref, ChannelPayment told) {
        return new PaymentId(Digest.id(ref.channel() + "/" + ref.account() + "/" + told.externalId()));
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
