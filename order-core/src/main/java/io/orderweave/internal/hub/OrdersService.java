package io.orderweave.internal.hub;

import io.orderweave.channel.ExternalRef;
import io.orderweave.effect.EffectContext.Outcome;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.id.LineId;
import io.orderweave.id.OrderId;
import io.orderweave.id.StatusId;
import io.orderweave.internal.book.ArchivedOrder;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.ChangeScope;
import io.orderweave.internal.book.Changes;
import io.orderweave.internal.book.Gate;
import io.orderweave.internal.book.OrderChanges;
import io.orderweave.internal.book.OrderRecord;
import io.orderweave.internal.book.Repository;
import io.orderweave.internal.book.Setup;
import io.orderweave.internal.book.Trace;
import io.orderweave.internal.effects.CancellationIntent;
import io.orderweave.order.CancellationReason;
import io.orderweave.order.NewOrder;
import io.orderweave.order.Note;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.order.OrderPage;
import io.orderweave.order.OrderQuery;
import io.orderweave.order.Orders;
import io.orderweave.order.Phase;
import io.orderweave.order.Progress;
import io.orderweave.store.IndexValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The order book as hosts use it. */
final class OrdersService implements Orders {

    private final Changes changes;
    private final Book book;
    private final Setup setup;
    private final CancellationDesk cancellations;
    private final Gate gate;

    OrdersService(Changes changes, CancellationDesk cancellations, Gate gate) {
        this.changes = changes;
        this.book = changes.book();
        this.setup = changes.setup();
        this.cancellations = cancellations;
        this.gate = gate;
    }

    @Override
    public Optional<Order> find(OrderId id) {
        return book.findOrder(id);
    }

    @Override
    public Optional<Order> find(ExternalRef ref) {
        return book.ordersWith("external_ref", IndexValue.of(ref.key())).stream()
                .findFirst();
    }

    @Override
    public OrderPage find(OrderQuery query) {
        OrderPage page = query.archived()
                ? page(book.archive().orders(), ArchivedOrder::record, query)
                : page(book.orders(), Function.identity(), query);
        // Whoever knows the number looks for that order, wherever it lies.
        boolean elsewhere = page.orders().isEmpty() && query.number().isPresent() && !query.archived();
        return elsewhere ? page(book.archive().orders(), ArchivedOrder::record, query) : page;
    }

    private static <T> OrderPage page(Repository<T> from, Function<T, OrderRecord> record, OrderQuery query) {
        Repository.Page<T> page = from.page(OrderQueries.translate(from.query(), query));
        return new OrderPage(
                page.values().stream().map(record).map(OrderRecord::order).toList(),
                page.next().map(OrderQueries::token));
    }

    @Override
    public long count(OrderQuery query) {
        Repository<?> from = query.archived() ? book.archive().orders() : book.orders();
        return from.count(OrderQueries.translate(from.query(), query));
    }

    @Override
    public Order place(NewOrder wanted, Actor actor) {
        gate.check(actor, "orders.place", Optional.empty());
        setup.seller(wanted.seller());
        OrderId id = new OrderId(book.newId());
        return changes.call(scope -> {
            StatusId status = setup.statuses().firstOf(Phase.OPEN).orElseGet(setup.statuses()::initial);
            Order order = Order.builder()
                    .id(id)
                    .number(wanted.number())
                    .seller(wanted.seller())
                    .placedAt(scope.now())
                    .receivedAt(scope.now())
                    .currency(wanted.currency())
                    .lines(wanted.lines())
                    .charges(wanted.charges())
                    .buyer(wanted.buyer())
                    .invoiceParty(wanted.invoiceParty())
                    .delivery(wanted.delivery())
                    .payment(wanted.payment())
                    .status(status)
                    .phase(setup.statuses().phase(status))
                    .progress(Progress.none(wanted.currency()))
                    .build();
            scope.create(order, Trace.outside(actor), List.of(new OrderEvent.Placed(), new OrderEvent.Confirmed()));
            return scope.order(id);
        });
    }

    @Override
    public Order setStatus(OrderId id, StatusId status, Actor actor) {
        setup.statuses().get(status);
        return command("orders.setStatus", id, actor, (scope, order) -> {
            if (!order.status().equals(status) && !setup.statuses().allows(order.status(), status)) {
                throw new OrderweaveException(
                        FaultCategory.INVALID_REQUEST,
                        "order " + id + " is " + order.status() + " and cannot become " + status + "; it may become "
                                + setup.statuses().get(order.status()).next());
            }
            return OrderChanges.setStatus(order, status, setup.statuses());
        });
    }

    @Override
    public Order addNote(OrderId id, String text, Note.Audience audience, Actor actor) {
        return command(
                "orders.addNote",
                id,
                actor,
                (scope, order) -> OrderChanges.addNote(
                        order, required("a note on order " + id, text), audience, actor, scope.now()));
    }

    @Override
    public Order addTag(OrderId id, String tag, Actor actor) {
        return command(
                "orders.addTag",
                id,
                actor,
                (scope, order) -> OrderChanges.addTag(order, required("a tag for order " + id, tag)));
    }

    @Override
    public Order removeTag(OrderId id, String tag, Actor actor) {
        return command("orders.removeTag", id, actor, (scope, order) -> OrderChanges.removeTag(order, tag));
    }

    @Override
    public Order hold(OrderId id, String code, String reason, Actor actor) {
        return command(
                "orders.hold",
                id,
                actor,
                (scope, order) -> OrderChanges.hold(
                        order,
                        required("the code of a hold of order " + id, code),
                        reason,
                        Optional.empty(),
                        actor,
                        scope.now()));
    }

    @Override
    public Order release(OrderId id, String code, Actor actor) {
        return command("orders.release", id, actor, (scope, order) -> OrderChanges.release(order, code));
    }

    @Override
    public Order cancel(OrderId id, String reason, Actor actor) {
        return command(
                "orders.cancel", id, actor, (scope, order) -> OrderChanges.cancel(order, reason, setup.statuses()));
    }

    @Override
    public Order cancelAtChannel(OrderId id, Set<LineId> lines, CancellationReason reason, Actor actor) {
        return changes.call(scope -> {
            Order order = scope.order(id);
            gate.check(actor, "orders.cancelAtChannel", Optional.of(order));
            cancellations.ask(scope, order, CancellationIntent.of(order, lines, reason), actor);
            return scope.order(id);
        });
    }

    @Override
    public Order adopt(OrderId id, Actor actor) {
        return command("orders.adopt", id, actor, (scope, order) -> OrderChanges.adopt(order));
    }

    @Override
    public Order raise(OrderId id, String event, Actor actor) {
        if (!event.matches("[a-z][a-z0-9-]{0,60}")) {
            throw new OrderweaveException(
                    FaultCategory.INVALID_REQUEST,
                    "an event is named by 1 to 61 lower-case letters, digits and hyphens, not '" + event + "'");
        }
        return command("orders.raise", id, actor, (scope, order) -> OrderChanges.raise(order, event));
    }

    private static String required(String what, String text) {
        if (text.isBlank()) {
            throw new OrderweaveException(FaultCategory.INVALID_REQUEST, what + " must not be blank");
        }
        return text;
    }

    private Order command(String name, OrderId id, Actor actor, BiFunction<ChangeScope, Order, Outcome> change) {
        return changes.call(scope -> {
            gate.check(actor, name, Optional.of(scope.order(id)));
            scope.change(id, Trace.outside(actor), order -> change.apply(scope, order));
            return scope.order(id);
        });
    }
}
