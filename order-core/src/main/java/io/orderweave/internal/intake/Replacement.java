package io.orderweave.internal.intake;

import io.orderweave.document.Document;
import io.orderweave.effect.EffectContext.Outcome;
import io.orderweave.id.LineId;
import io.orderweave.id.OrderId;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.DocumentRecord;
import io.orderweave.internal.book.Versioned;
import io.orderweave.money.Money;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.order.OrderLine;
import io.orderweave.order.Phase;
import io.orderweave.order.Progress;
import io.orderweave.order.StatusCatalogue;
import io.orderweave.payment.Payment;
import io.orderweave.shipment.Shipment;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One order takes the place of others (joint payment): the old ones close and point to it; what happened to their lines, their
 * documents, payments and shipments go over to it.
 */
final class Replacement {

    private Replacement() {}

    /** The new order with the progress of the old ones. Pure. */
    static Order inheriting(Order order, List<Order> replaced) {
        Progress progress = order.progress();
        Set<LineId> own = order.lines().stream().map(OrderLine::id).collect(Collectors.toSet());
        for (Order old : replaced) {
            Progress.Builder sum = progress.toBuilder();
            old.progress().lines().forEach((line, done) -> {
                if (own.contains(line)) {
                    // What the old order cancelled, the new one sells.
                    sum.putLine(line, done.toBuilder().cancelled(0).build());
                }
            });
            Money paid = progress.paid().plus(old.progress().paid());
            Money refunded = progress.refunded().plus(old.progress().refunded());
            Money credited = progress.credited().plus(old.progress().credited());
            progress = sum.addAllInvoicedCharges(old.progress().invoicedCharges())
                    .addAllCreditedCharges(old.progress().creditedCharges())
                    .paid(paid)
                    .refunded(refunded)
                    .credited(credited)
                    .build();
        }
        return order.toBuilder()
                .progress(progress)
                .replaces(replaced.stream().map(Order::id).toList())
                .build();
    }

    /** The old order, closed. Pure. */
    static Outcome closed(Order old, OrderId by, StatusCatalogue statuses) {
        Order.Builder closed = old.toBuilder();
        closed.replacedBy(by);
        // Not by a change of status: nothing was cancelled, and no rule on cancellation is meant.
        statuses.firstOf(Phase.CANCELLED)
                .ifPresent(status -> closed.status(status).phase(Phase.CANCELLED));
        return new Outcome(closed.build(), List.of(new OrderEvent.Replaced(by)));
    }

    /** Links the old order's documents, payments and shipments to the new one. */
    static void relink(Book book, OrderId old, OrderId to) {
        for (Payment payment : book.payments().find(book.payments().query().where("order_id", old.value()))) {
            Versioned<Payment> stored =
                    book.payments().findVersioned(payment.id().value()).orElseThrow();
            book.payments().update(moved(stored.value(), to), stored.version());
        }
        for (Shipment shipment : book.shipments().find(book.shipments().query().where("order_id", old.value()))) {
            Versioned<Shipment> stored =
                    book.shipments().findVersioned(shipment.id().value()).orElseThrow();
            book.shipments().update(stored.value().toBuilder().order(to).build(), stored.version());
        }
        for (DocumentRecord record :
                book.documents().find(book.documents().query().where("order_id", old.value()))) {
            Versioned<DocumentRecord> stored = book.documents()
                    .findVersioned(record.document().id().value())
                    .orElseThrow();
            Document.Builder document = Document.builder();
            document.from(stored.value().document());
            book.documents()
                    .update(
                            new DocumentRecord(
                                    document.order(to).build(), stored.value().pdf()),
                            stored.version());
        }
    }

    private static Payment moved(Payment payment, OrderId to) {
        Payment.Builder moved = Payment.builder();
        moved.from(payment);
        return moved.order(to).build();
    }
}
