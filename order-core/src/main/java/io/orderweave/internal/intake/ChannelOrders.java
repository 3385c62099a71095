package io.orderweave.internal.intake;

import io.orderweave.channel.ExternalRef;
import io.orderweave.connection.Connection;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.effect.EffectContext.Outcome;
import io.orderweave.event.Actor;
import io.orderweave.event.Event;
import io.orderweave.id.OrderId;
import io.orderweave.id.StatusId;
import io.orderweave.internal.book.Digest;
import io.orderweave.internal.book.OrderChanges;
import io.orderweave.internal.book.Setup;
import io.orderweave.internal.json.Json;
import io.orderweave.internal.privacy.PersonalData;
import io.orderweave.order.ChannelState;
import io.orderweave.order.Delivery;
import io.orderweave.order.Dictionary;
import io.orderweave.order.Lifecycle;
import io.orderweave.order.Note;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.order.PaymentTerms;
import io.orderweave.order.Phase;
import io.orderweave.order.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** From a channel's order to ours: a new one, or the changes of a known one. Pure. */
final class ChannelOrders {

    private final Setup setup;
    private final Connection connection;

    ChannelOrders(Setup setup, Connection connection) {
        this.setup = setup;
        this.connection = connection;
    }

    /** SHA-256 of what the channel says, without the raw document. */
    static String fingerprint(ChannelOrder told) {
        return Digest.sha256(Json.bytes(told));
    }

    /**
     * A new order with everything the channel says, before any money.
     *
     * @param fromTheStart whether it begins its way here, however far the channel says it is: what we told the channel before a backup
     *     was restored is no news, and the rules must come by it again
     */
    Outcome created(OrderId id, ExternalRef ref, ChannelOrder told, Instant now, boolean fromTheStart) {
        // A cancellation is a step of its own, so that it leaves its event and cancels the lines.
        StatusId status =
                mapped(told).filter(it -> !cancels(it) && !fromTheStart).orElseGet(() -> fallback(told));
        boolean history = connection.liveFrom().map(told.placedAt()::isBefore).orElse(false);
        Order.Builder order = Order.builder();
        order.id(id)
                .ref(ref)
                .connection(connection.id())
                .storefront(told.storefront())
                .number(told.number())
                .seller(connection.seller().orElseThrow())
                .placedAt(told.placedAt())
                .receivedAt(now)
                .currency(told.currency())
                .lines(told.lines())
                .charges(told.charges())
                .buyer(told.buyer())
                .invoiceParty(told.invoiceParty())
                .delivery(delivery(told))
                .payment(payment(told))
                .channelState(state(told, Optional.empty()))
                .status(status)
                .phase(setup.statuses().phase(status))
                .referrers(told.referrers().stream().limit(Order.MOST_REFERRERS).toList())
                .progress(Progress.none(told.currency()))
                .history(history);
        told.buyerNote()
                .ifPresent(text -> order.addNote(new Note(text, Note.Audience.FROM_BUYER, actor(), told.placedAt())));
        return then(
                new Outcome(order.build(), List.of(new OrderEvent.Imported(ref, told.term(), history))),
                it -> mapped(told).filter(this::cancels).isPresent() ? moved(it, told) : OrderChanges.none(it));
    }

    /** What the channel's order, known before, says now. */
    Outcome changed(Order order, ChannelOrder told) {
        ChannelState before = order.channelState().orElseThrow();
        Order.Builder builder = order.toBuilder();
        builder.number(told.number())
                .storefront(told.storefront())
                .lines(told.lines())
                .charges(told.charges())
                .buyer(told.buyer())
                .invoiceParty(order.invoicePartyFixed() ? order.invoiceParty() : told.invoiceParty())
                .delivery(delivery(told))
                .payment(payment(told))
                .channelState(state(told, Optional.of(before)));
        // What was erased does not come back because its channel still has it.
        Order changed = order.erasedAt().isPresent() ? PersonalData.erased(builder.build()) : builder.build();
        List<Event> events = new ArrayList<>();
        events.add(new OrderEvent.ChangedByChannel(parts(order, changed), told.term()));
        Outcome outcome = new Outcome(changed, events);
        if (!before.term().equals(told.term())) {
            outcome = then(outcome, it -> moved(it, told));
        }
        return outcome;
    }

    /** The order becomes certain, when the channel says so for the first time. */
    Outcome confirmed(Order order, Optional<Lifecycle> before, ChannelOrder told) {
        boolean now = told.lifecycle() == Lifecycle.CONFIRMED;
        boolean already = before.filter(it -> it != Lifecycle.PENDING).isPresent();
        return now && !already ? new Outcome(order, List.of(new OrderEvent.Confirmed())) : OrderChanges.none(order);
    }

    /** A cancellation at the channel overrides everything else it says. */
    Outcome cancelled(Order order, Optional<Lifecycle> before, ChannelOrder told) {
        boolean already = before.map(Lifecycle.CANCELLED::equals).orElse(false);
        if (told.lifecycle() != Lifecycle.CANCELLED || already) {
            return OrderChanges.none(order);
        }
        Optional<StatusId> status =
                mapped(told).filter(this::cancels).or(() -> setup.statuses().firstOf(Phase.CANCELLED));
        return OrderChanges.cancel(order, "cancelled at the channel: " + told.term(), status, setup.statuses());
    }

    private boolean cancels(StatusId status) {
        return setup.statuses().phase(status) == Phase.CANCELLED;
    }

    /**
     * The channel's status by the map, unless it leads back: the echo of what we told it ourselves must not undo what came since. A
     * cancellation is the last step's, after money.
     */
    private Outcome moved(Order order, ChannelOrder told) {
        Optional<StatusId> status = mapped(told);
        if (status.isEmpty()
                || told.lifecycle() == Lifecycle.CANCELLED
                || setup.statuses().isBefore(status.get(), order.status())) {
            return OrderChanges.none(order);
        }
        return OrderChanges.setStatus(order, status.get(), setup.statuses());
    }

    /** The shop's status for the channel's term; empty when the map has none. */
    Optional<StatusId> mapped(ChannelOrder told) {
        return Optional.ofNullable(
                setup.mappings().statusMap(connection.id()).inbound().get(told.term()));
    }

    private StatusId fallback(ChannelOrder told) {
        return told.lifecycle() == Lifecycle.PENDING
                ? setup.statuses().firstOf(Phase.PENDING).orElseGet(setup.statuses()::initial)
                : setup.statuses().firstOf(Phase.OPEN).orElseGet(setup.statuses()::initial);
    }

    private Delivery delivery(ChannelOrder told) {
        Delivery.Builder delivery = Delivery.builder();
        delivery.from(told.delivery());
        return delivery.method(deliveryMethod(told)).build();
    }

    /** The shop's code of the delivery method, by the channel's id of it or by its name. */
    Optional<String> deliveryMethod(ChannelOrder told) {
        Dictionary dictionary = setup.mappings().dictionary(connection.id());
        return told.delivery()
                .term()
                .map(dictionary.deliveryMethods()::get)
                .or(() -> told.delivery().termName().map(dictionary.deliveryMethods()::get));
    }

    private PaymentTerms payment(ChannelOrder told) {
        PaymentTerms.Builder payment = PaymentTerms.builder();
        payment.from(told.payment());
        return payment.method(paymentMethod(told)).build();
    }

    /** The shop's code of the payment method. */
    Optional<String> paymentMethod(ChannelOrder told) {
        return told.payment()
                .term()
                .map(setup.mappings().dictionary(connection.id()).paymentMethods()::get);
    }

    private static ChannelState state(ChannelOrder told, Optional<ChannelState> before) {
        return ChannelState.builder()
                .term(told.term())
                .lifecycle(furthest(before.map(ChannelState::lifecycle), told.lifecycle()))
                .revision(told.revision())
                .total(told.total())
                .fingerprint(fingerprint(told))
                .build();
    }

    /** A channel that wavers makes nothing uncertain again, and no cancellation undone: events of both happen once. */
    private static Lifecycle furthest(Optional<Lifecycle> before, Lifecycle told) {
        return before.filter(known -> known.compareTo(told) > 0).orElse(told);
    }

    private Actor actor() {
        return new Actor(Actor.Kind.CHANNEL, connection.id().value());
    }

    private static List<String> parts(Order before, Order after) {
        List<String> parts = new ArrayList<>();
        compare(parts, "number", before, after, Order::number);
        compare(parts, "lines", before, after, Order::lines);
        compare(parts, "charges", before, after, Order::charges);
        compare(parts, "buyer", before, after, Order::buyer);
        compare(parts, "invoiceParty", before, after, Order::invoiceParty);
        compare(parts, "delivery", before, after, Order::delivery);
        compare(parts, "payment", before, after, Order::payment);
        compare(parts, "term", before, after, order -> order.channelState().map(ChannelState::term));
        compare(parts, "total", before, after, Order::total);
        return parts;
    }

    private static void compare(
            List<String> parts, String name, Order before, Order after, Function<Order, Object> part) {
        if (!Objects.equals(part.apply(before), part.apply(after))) {
            parts.add(name);
        }
    }

    /** One change after another, as one. */
    static Outcome then(Outcome first, Function<Order, Outcome> next) {
        Outcome second = next.apply(first.order());
        List<Event> events = new ArrayList<>(first.events());
        events.addAll(second.events());
        return new Outcome(second.order(), events);
    }
}
