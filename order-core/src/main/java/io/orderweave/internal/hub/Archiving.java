package io.orderweave.internal.hub;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.event.Subject;
import io.orderweave.id.OrderId;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.ChangeScope;
import io.orderweave.internal.book.Changes;
import io.orderweave.internal.book.Gate;
import io.orderweave.internal.book.OrderRecord;
import io.orderweave.internal.book.Repository;
import io.orderweave.internal.book.Trace;
import io.orderweave.internal.book.Unfinished;
import io.orderweave.internal.book.Versioned;
import io.orderweave.order.ArchiveReport;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.order.Phase;
import io.orderweave.store.IndexValue;
import io.orderweave.store.RecordQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Moves orders aside to which nothing happens any more. */
final class Archiving {

    private static final int MOST = 1_000;

    private final Changes changes;
    private final Book book;
    private final Gate gate;

    Archiving(Changes changes, Gate gate) {
        this.changes = changes;
        this.book = changes.book();
        this.gate = gate;
    }

    ArchiveReport archive(Duration olderThan, int limit, Actor actor) {
        gate.check(actor, "archive", Optional.empty());
        if (olderThan.isNegative() || limit < 1 || limit > MOST) {
            throw new OrderweaveException(
                    FaultCategory.INVALID_REQUEST,
                    "an archiving run takes an age of no less than zero and 1 to " + MOST + " orders, not " + olderThan
                            + " and " + limit);
        }
        Instant before = book.now().minus(olderThan);
        List<OrderId> closed = closedOrders(before, limit + 1);
        List<OrderId> chosen = closed.subList(0, Math.min(limit, closed.size()));
        int archived = chosen.isEmpty() ? 0 : changes.call(scope -> archive(scope, chosen, before, actor));
        return new ArchiveReport(archived, closed.size() > limit);
    }

    /** Looked for with no transaction open, since most of the work is looking; each is looked at again when it is moved. */
    private List<OrderId> closedOrders(Instant placedBefore, int limit) {
        RecordQuery old = book.orders()
                .query()
                .where(
                        "phase",
                        Stream.of(Phase.values())
                                .filter(Phase::isFinal)
                                .map(phase -> IndexValue.of(phase.name()))
                                .toArray(IndexValue[]::new))
                .with(new RecordQuery.Filter.Range(
                        "placed_at", Long.MIN_VALUE, ChronoUnit.MICROS.between(Instant.EPOCH, placedBefore)))
                .orderedBy("placed_at", false);
        List<OrderId> closed = new ArrayList<>();
        Optional<RecordQuery.Position> next = Optional.empty();
        do {
            Repository.Page<OrderRecord> page =
                    book.orders().page(next.map(old::after).orElse(old));
            page.values().stream()
                    .map(OrderRecord::order)
                    .filter(this::isClosed)
                    .map(Order::id)
                    .limit(limit - closed.size())
                    .forEach(closed::add);
            next = page.next();
        } while (next.isPresent() && closed.size() < limit);
        return closed;
    }

    private int archive(ChangeScope scope, List<OrderId> orders, Instant placedBefore, Actor actor) {
        int archived = 0;
        for (OrderId id : orders) {
            Optional<Versioned<OrderRecord>> stored = book.orders()
                    .findVersioned(id.value())
                    .filter(it -> isClosed(it.value().order()));
            stored.ifPresent(book.archive()::put);
            archived += stored.isPresent() ? 1 : 0;
        }
        if (archived > 0) {
            scope.note(
                    Subject.configuration("archive"),
                    Trace.outside(actor),
                    new OrderEvent.OrdersArchived(archived, placedBefore));
        }
        return archived;
    }

    private boolean isClosed(Order order) {
        return order.phase().isFinal()
                && !order.isHeld()
                && isSettled(order)
                && !hasUnfinishedEffects(order)
                && !hasParcelsUnderway(order);
    }

    /** Nobody owes anybody. The money of a replaced order went over; of history nobody told us. */
    private static boolean isSettled(Order order) {
        if (order.replacedBy().isPresent() || order.history()) {
            return true;
        }
        return order.phase() == Phase.CANCELLED
                ? order.progress().paid().equals(order.progress().refunded())
                : order.openAmount().isZero();
    }

    private boolean hasUnfinishedEffects(Order order) {
        return book.stores().effects().ofSubject(Subject.of(order.id()).toString()).stream()
                .anyMatch(Unfinished::is);
    }

    private boolean hasParcelsUnderway(Order order) {
        return book
                .shipments()
                .find(book.shipments().query().where("order_id", order.id().value()))
                .stream()
                .anyMatch(shipment -> !shipment.status().isTerminal());
    }
}
