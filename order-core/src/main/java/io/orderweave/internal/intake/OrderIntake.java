package io.orderweave.internal.intake;

import io.orderweave.channel.ExternalRef;
import io.orderweave.channel.RemoteAccount;
import io.orderweave.connection.Connection;
import io.orderweave.connection.RawDocument;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.ChannelPayment;
import io.orderweave.connector.OrderFeed.Item;
import io.orderweave.effect.EffectContext.Outcome;
import io.orderweave.event.Actor;
import io.orderweave.id.OrderId;
import io.orderweave.intake.UnmappedTerm;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.ChangeScope;
import io.orderweave.internal.book.Setup;
import io.orderweave.internal.book.Trace;
import io.orderweave.order.ChannelState;
import io.orderweave.order.Lifecycle;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.store.IndexValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a channel's orders into the book, in the open transaction. One for each connection. */
final class OrderIntake {

    private static final Logger LOG = LoggerFactory.getLogger(OrderIntake.class);

    private final Connection connection;
    private final RemoteAccount account;
    private final ChannelOrders mapping;
    private final ChannelPayments payments;
    private final QuarantineDesk quarantine;
    private final Book book;
    private final Setup setup;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    OrderIntake(Book book, Setup setup, Connection connection, RemoteAccount account) {
        this.book = book;
        this.setup = setup;
        this.connection = connection;
        this.account = account;
        this.mapping = new ChannelOrders(setup, connection);
        this.payments = new ChannelPayments(book);
        this.quarantine = new QuarantineDesk(book);
    }

    /** What became of an item. */
    enum Fate {
        IMPORTED,
        CHANGED,
        UNCHANGED,
        GONE,
        QUARANTINED
    }

    Fate take(ChangeScope scope, Item item) {
        if (item instanceof Item.Changed changed) {
            Fate fate = take(scope, changed.order());
            quarantine.settle(connection.id(), changed.order().externalId());
            return fate;
        }
        if (item instanceof Item.Unreadable unreadable) {
            quarantine.put(
                    connection.id(),
                    unreadable.externalId(),
                    keepable(unreadable.externalId(), unreadable.raw()),
                    "UNREADABLE",
                    unreadable.reason());
            return Fate.QUARANTINED;
        }
        Item.Gone gone = (Item.Gone) item;
        // Jointly paid orders vanish at some channels; the order that takes their place brings their lines.
        LOG.debug("Order {} of connection {} is gone at its channel", gone.externalId(), connection.id());
        return Fate.GONE;
    }

    /** The document as it may be kept: of an order that was erased nothing. */
    RawDocument keepable(String externalId, RawDocument raw) {
        boolean erased = ExternalRef.isPossible(externalId)
                && find(ref(externalId)).flatMap(Order::erasedAt).isPresent();
        return erased ? new RawDocument(raw.mediaType(), new byte[0]) : raw;
    }

    private ExternalRef ref(String externalId) {
        return new ExternalRef(setup.connection(connection.id()).system(), account, externalId);
    }

    private Fate take(ChangeScope scope, ChannelOrder told) {
        ExternalRef ref = ref(told.externalId());
        Optional<Order> known = find(ref);
        if (known.isEmpty()) {
            create(scope, ref, told);
            return Fate.IMPORTED;
        }
        Order order = known.get();
        String fingerprint = order.channelState().map(ChannelState::fingerprint).orElse("");
        if (order.replacedBy().isPresent() || fingerprint.equals(ChannelOrders.fingerprint(told))) {
            return Fate.UNCHANGED;
        }
        report(told);
        scope.change(order.id(), trace(), now -> changed(now, ref, told));
        return Fate.CHANGED;
    }

    private Outcome changed(Order order, ExternalRef ref, ChannelOrder told) {
        Optional<Lifecycle> before = order.channelState().map(ChannelState::lifecycle);
        Outcome outcome = mapping.changed(order, told);
        return completed(outcome, before, ref, told);
    }

    private void create(ChangeScope scope, ExternalRef ref, ChannelOrder told) {
        report(told);
        OrderId id = new OrderId(book.newId());
        List<Order> replaced = sharingLines(ref, told);
        Outcome outcome = mapping.created(id, ref, told, scope.now());
        if (!replaced.isEmpty()) {
            List<OrderId> ids = replaced.stream().map(Order::id).toList();
            outcome = ChannelOrders.then(
                    outcome,
                    order -> new Outcome(
                            Replacement.inheriting(order, replaced), List.of(new OrderEvent.TookPlaceOf(ids))));
            for (OrderId old : ids) {
                Replacement.relink(book, old, id);
            }
        }
        Outcome complete = completed(outcome, Optional.empty(), ref, told);
        scope.create(complete.order(), trace(), complete.events());
        for (Order old : replaced) {
            scope.change(old.id(), trace(), now -> Replacement.closed(now, id, setup.statuses()));
        }
    }

    /** Money, then certainty, then cancellation: rules on the later see what the earlier brought. */
    private Outcome completed(Outcome outcome, Optional<Lifecycle> before, ExternalRef ref, ChannelOrder told) {
        Outcome result = outcome;
        for (ChannelPayment payment : told.payments()) {
            result = ChannelOrders.then(result, order -> payments.received(order, ref, payment));
        }
        result = ChannelOrders.then(result, order -> mapping.confirmed(order, before, told));
        return ChannelOrders.then(result, order -> mapping.cancelled(order, before, told));
    }

    private Optional<Order> find(ExternalRef ref) {
        return book.ordersWith("external_ref", IndexValue.of(ref.key())).stream()
                .findFirst();
    }

    /** Orders of this account that hold lines of the new one. */
    private List<Order> sharingLines(ExternalRef ref, ChannelOrder told) {
        IndexValue[] lines = told.lines().stream()
                .map(line -> IndexValue.of(Book.lineRef(ref, line.id().value())))
                .toArray(IndexValue[]::new);
        return lines.length == 0 ? List.of() : book.ordersWith("line_refs", lines);
    }

    /** Reports the channel's terms that nothing translates. */
    private void report(ChannelOrder told) {
        List<UnmappedTerm> terms = new ArrayList<>();
        if (mapping.mapped(told).isEmpty()) {
            terms.add(unmapped(UnmappedTerm.Kind.STATUS, told.term()));
        }
        if (mapping.paymentMethod(told).isEmpty()) {
            told.payment().term().ifPresent(term -> terms.add(unmapped(UnmappedTerm.Kind.PAYMENT_METHOD, term)));
        }
        if (mapping.deliveryMethod(told).isEmpty()) {
            told.delivery()
                    .term()
                    .or(() -> told.delivery().termName())
                    .ifPresent(term -> terms.add(unmapped(UnmappedTerm.Kind.DELIVERY_METHOD, term)));
        }
        for (UnmappedTerm term : terms) {
            book.report(term);
            if (reported.add(term.kind() + term.term())) {
                LOG.warn(
                        "Connection {} uses the {} term '{}', which nothing translates",
                        connection.id(),
                        term.kind(),
                        term.term());
            }
        }
    }

    private UnmappedTerm unmapped(UnmappedTerm.Kind kind, String term) {
        return new UnmappedTerm(connection.id(), kind, term, book.now(), 1);
    }

    private Trace trace() {
        return Trace.outside(new Actor(Actor.Kind.CHANNEL, connection.id().value()));
    }
}
