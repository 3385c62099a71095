package io.orderweave.internal.hub;

import io.orderweave.effect.Origin;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.EntryId;
import io.orderweave.id.OrderId;
import io.orderweave.id.PaymentId;
import io.orderweave.id.TransactionId;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.Changes;
import io.orderweave.internal.book.Gate;
import io.orderweave.internal.book.Trace;
import io.orderweave.internal.book.TransactionRecord;
import io.orderweave.internal.book.Versioned;
import io.orderweave.internal.intake.OrderPayments;
import io.orderweave.money.Money;
import io.orderweave.order.Order;
import io.orderweave.payment.Payment;
import io.orderweave.payment.PaymentEvent;
import io.orderweave.payment.Payments;
import io.orderweave.payment.Refund;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Payments as hosts use them. */
final class PaymentsService implements Payments {

    private final Changes changes;
    private final Book book;
    private final Gate gate;
    private final OrderPayments payments;
    private final RefundDesk refunds;

    PaymentsService(Changes changes, RefundDesk refunds, Gate gate) {
        this.changes = changes;
        this.book = changes.book();
        this.gate = gate;
        this.payments = new OrderPayments(book);
        this.refunds = refunds;
    }

    @Override
    public List<Payment> of(OrderId order) {
        return book.payments().find(book.payments().query().where("order_id", order.value())).stream()
                .sorted(Comparator.comparing(Payment::receivedAt).thenComparing(Payment::id))
                .toList();
    }

    @Override
    public Payment record(OrderId id, Money amount, Actor actor) {
        if (!amount.isPositive()) {
            throw new OrderweaveException(
                    FaultCategory.INVALID_REQUEST, "a payment for order " + id + " must be positive, not " + amount);
        }
        return changes.call(scope -> {
            Order order = scope.order(id);
            gate.check(actor, "payments.record", Optional.of(order));
            requireCurrency(order, amount);
            Payment payment = Payment.builder()
                    .id(new PaymentId(book.newId()))
                    .order(id)
                    .amount(amount)
                    .receivedAt(scope.now())
                    .source(Payment.Source.OPERATOR)
                    .build();
            return payments.pay(scope, payment, Trace.outside(actor));
        });
    }

    @Override
    public void refund(Refund refund, Actor actor) {
        refunds.ask(refund, actor);
    }

    @Override
    public List<IncomingTransaction> unmatched(int limit) {
        return book
                .transactions()
                .find(book.transactions()
                        .query()
                        .where("match_state", TransactionRecord.State.UNMATCHED.name())
                        .orderedBy("received_at", false)
                        .limit(limit))
                .stream()
                .map(record -> new IncomingTransaction(record.id(), record.transaction(), record.outcome()))
                .toList();
    }

    @Override
    public Payment assign(TransactionId id, OrderId orderId, Actor actor) {
        return changes.call(scope -> {
            Order order = scope.order(orderId);
            gate.check(actor, "payments.assign", Optional.of(order));
            Versioned<TransactionRecord> stored = book.transactions()
                    .findVersioned(id.value())
                    .orElseThrow(() -> new OrderweaveException(FaultCategory.NOT_FOUND, "no bank transaction " + id));
            TransactionRecord record = stored.value();
            if (record.state() == TransactionRecord.State.MATCHED) {
                throw new OrderweaveException(
                        FaultCategory.INVALID_REQUEST,
                        "bank transaction " + id + " belongs to order "
                                + record.order().orElseThrow() + " already");
            }
            requireCurrency(order, record.transaction().amount());
            TransactionRecord assigned = new TransactionRecord(
                    id,
                    record.source(),
                    record.transaction(),
                    TransactionRecord.State.MATCHED,
                    Optional.of(orderId),
                    "assigned by " + actor);
            book.transactions().update(assigned, stored.version());
            EntryId entry =
                    scope.note(Subject.of(id), Trace.outside(actor), new PaymentEvent.TransactionAssigned(orderId));
            return payments.pay(scope, assigned, orderId, Trace.of(actor, entry, Origin.of(entry)));
        });
    }

    private static void requireCurrency(Order order, Money amount) {
        if (!order.currency().equals(amount.currency())) {
            throw new OrderweaveException(
                    FaultCategory.INVALID_REQUEST,
                    "order " + order.id() + " is in " + order.currency() + "; it cannot be paid with " + amount);
        }
    }
}
