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
import io.orderweave.intake.OrderFate;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.ChangeScope;
import io.orderweave.internal.book.Digest;
import io.orderweave.internal.book.Setup;
import io.orderweave.internal.book.Trace;
import io.orderweave.mapping.MappingSet;
import io.orderweave.order.ChannelState;
import io.orderweave.order.Lifecycle;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.store.IndexValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a channel's orders into the book, in the open transaction. One for each connection. */
final class OrderIntake {

    private static final Logger LOG = LoggerFactory.getLogger(OrderIntake.class);

    private final Connection connection;
    private final RemoteAccount account;
    private final UntranslatedTerms terms;
    private final QuarantineDesk quarantine;
    private final Book book;
    private final Setup setup;

    OrderIntake(Book book, Setup setup, Connection connection, RemoteAccount account) {
        this.book = book;
        this.setup = setup;
        this.connection = connection;
        this.account = account;
        this.terms = new UntranslatedTerms(connection.id());
        this.quarantine = new QuarantineDesk(book);
    }

    /**
     * Takes the first items, as many as can be taken in one change: at least one.
     *
     * @return what became of each, in their order
     */
    List<OrderFate> take(ChangeScope scope, List<Item> items) {
        IntakeRun run = IntakeRun.first(scope, items, this::ref);
        List<OrderFate> fates = new ArrayList<>();
        run.items().forEach(item -> fates.add(take(run, item)));
        run.payments().flush();
        if (!run.news().isEmpty()) {
            terms.report(book, mapping(run.scope()), run.news());
        }
        quarantine.settle(
                connection.id(),
                run.told().stream().map(ChannelOrder::externalId).toList());
        return fates;
    }

    private OrderFate take(IntakeRun run, Item item) {
        if (item instanceof Item.Changed changed) {
            return take(run, changed.order());
        }
        if (item instanceof Item.Unreadable unreadable) {
            quarantine.put(
                    connection.id(),
                    unreadable.externalId(),
                    keepable(unreadable.externalId(), unreadable.raw()),
                    "UNREADABLE",
                    unreadable.reason());
            return OrderFate.QUARANTINED;
        }
        Item.Gone gone = (Item.Gone) item;
        // Jointly paid orders vanish at some channels; the order that takes their place brings their lines.
        LOG.debug("Order {} of connection {} is gone at its channel", gone.externalId(), connection.id());
        return OrderFate.GONE;
    }

    /** The document as it may be kept: of an order that was erased nothing. */
    RawDocument keepable(String externalId, RawDocument raw) {
        boolean erased = ExternalRef.isPossible(externalId)
                && book.ordersWith("external_ref", IndexValue.of(ref(externalId).key())).stream()
                        .anyMatch(order -> order.erasedAt().isPresent());
        return erased ? new RawDocument(raw.mediaType(), new byte[0]) : raw;
    }

    private OrderFate take(IntakeRun run, ChannelOrder told) {
        ExternalRef ref = ref(told);
        Optional<Order> known = run.orders().find(told);
        if (known.isEmpty()) {
            run.news().add(told);
            create(run, ref, told);
            return OrderFate.IMPORTED;
        }
        Order order = known.get();
        String fingerprint = order.channelState().map(ChannelState::fingerprint).orElse("");
        if (order.replacedBy().isPresent() || fingerprint.equals(ChannelOrders.fingerprint(told))) {
            return OrderFate.UNCHANGED;
        }
        run.news().add(told);
        run.scope().change(order.id(), mapped(run.scope()), now -> changed(run, now, ref, told));
        return OrderFate.CHANGED;
    }

    private ExternalRef ref(ChannelOrder told) {
        return ref(told.externalId());
    }

    private ExternalRef ref(String externalId) {
        return new ExternalRef(connection.system(), account, externalId);
    }

    private Outcome changed(IntakeRun run, Order order, ExternalRef ref, ChannelOrder told) {
        Optional<Lifecycle> before = order.channelState().map(ChannelState::lifecycle);
        Outcome outcome = mapping(run.scope()).changed(order, told);
        return completed(run, outcome, before, ref, told);
    }

    private void create(IntakeRun run, ExternalRef ref, ChannelOrder told) {
        // After a restored backup the order comes in again, and couriers know its parcels by this id.
        OrderId id = new OrderId(Digest.id(told.placedAt(), ref.key()));
        List<Order> replaced = run.orders().sharingLines(told);
        Outcome outcome =
                mapping(run.scope()).created(id, ref, told, run.scope().now(), run.recovering());
        if (!replaced.isEmpty()) {
            List<OrderId> ids = replaced.stream().map(Order::id).toList();
            outcome = ChannelOrders.then(
                    outcome,
                    order -> new Outcome(
                            Replacement.inheriting(order, replaced), List.of(new OrderEvent.TookPlaceOf(ids))));
            for (OrderId old : ids) {
                Replacement.relink(book, old, id);
            }
            run.payments().forget();
        }
        Outcome complete = completed(run, outcome, Optional.empty(), ref, told);
        run.scope().create(complete.order(), mapped(run.scope()), complete.events());
        for (Order old : replaced) {
            run.scope().change(old.id(), trace(), now -> Replacement.closed(now, id, setup.statuses()));
        }
    }

    /** Money, then certainty, then cancellation: rules on the later see what the earlier brought. */
    private Outcome completed(
            IntakeRun run, Outcome outcome, Optional<Lifecycle> before, ExternalRef ref, ChannelOrder told) {
        ChannelOrders mapping = mapping(run.scope());
        Outcome result = outcome;
        for (ChannelPayment payment : told.payments()) {
            result = ChannelOrders.then(result, order -> run.payments().received(order, ref, payment));
        }
        result = ChannelOrders.then(result, order -> mapping.confirmed(order, before, told));
        return ChannelOrders.then(result, order -> mapping.cancelled(order, before, told));
    }

    /** By the mappings in force; read once in a scope, and not at all for a batch without news. */
    private ChannelOrders mapping(ChangeScope scope) {
        return new ChannelOrders(scope.inForce(), connection);
    }

    /** The channel's words, read by the mappings in force; where these have none for the connection, nothing was read by them. */
    private Trace mapped(ChangeScope scope) {
        MappingSet mappings = scope.inForce().mappings();
        return mappings.maps(connection.id()) ? trace().by(mappings.version()) : trace();
    }

    private Trace trace() {
        return Trace.outside(new Actor(Actor.Kind.CHANNEL, connection.id().value()));
    }
}
