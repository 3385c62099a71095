package io.orderweave.internal.book;

import io.orderweave.connection.ConnectionId;
import io.orderweave.document.Document;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.event.Actor;
import io.orderweave.event.Event;
import io.orderweave.id.StatusId;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import io.orderweave.order.StatusIntent;
import io.orderweave.shipment.Milestone;
import io.orderweave.shipment.ShipmentEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What follows from an event by tables rather than rules: status maps both ways, and the timers that rules wait for. */
final class Tables {

    private final Setup setup;
    private final Surroundings around;
    private final Instant now;

    Tables(Setup setup, Surroundings around, Instant now) {
        this.setup = setup;
        this.around = around;
        this.now = now;
    }

    /** The timers that an event of an order starts because rules wait for them. */
    List<PlannedEffect> timers(Order order, Happening happening) {
        List<PlannedEffect> effects = new ArrayList<>();
        for (TimerIntent intent : setup.watches().begunBy(happening.event(), order)) {
            effects.add(intent.effect(order.id(), happening.origin(), end(intent, order)));
        }
        return effects;
    }

    /**
     * The status that a courier's news of a parcel gives the order, by the status map of the courier's connection; empty when it would
     * lead back.
     */
    Optional<StatusId> statusAfter(Order order, Event event, Actor actor) {
        if (actor.kind() != Actor.Kind.COURIER || !(event instanceof ShipmentEvent.TrackingChanged moved)) {
            return Optional.empty();
        }
        return setup.mappings().courierStatusMap(new ConnectionId(actor.name())).milestones().entrySet().stream()
                .filter(row -> row.getKey().isReached(moved.from(), moved.to()))
                .sorted(Map.Entry.<Milestone, StatusId>comparingByKey().reversed())
                .map(Map.Entry::getValue)
                .filter(status -> !setup.statuses().isBefore(status, order.status()))
                .findFirst();
    }

    /** What the order's channel is told of an event, by the status map of its connection. */
    Optional<PlannedEffect> told(Order order, Happening happening, Actor actor) {
        // A status that a rule has left within this change is not told; the one it was left for is told by its own
        // event.
        if (!(happening.event() instanceof OrderEvent.StatusChanged changed)
                || !changed.to().equals(order.status())
                || actor.kind() == Actor.Kind.CHANNEL
                || order.ref().isEmpty()) {
            return Optional.empty();
        }
        ConnectionId channel = order.connection().orElseThrow();
        StatusIntent intent = setup.mappings().statusMap(channel).outbound().get(order.status());
        return Optional.ofNullable(intent)
                .map(told -> ActionPlans.tellStatus(order, channel, told, happening.origin()));
    }

    private Instant end(TimerIntent intent, Order order) {
        if (intent instanceof TimerIntent.InStatus status) {
            return status.since().plus(status.duration());
        }
        if (intent instanceof TimerIntent.Unpaid unpaid) {
            return now.plus(unpaid.after());
        }
        if (intent instanceof TimerIntent.Due due) {
            ZoneId zone = setup.seller(order.seller()).zone();
            Document document =
                    around.documentsOf(order.id()).find(due.document()).orElseThrow();
            return document.dueDate().atStartOfDay(zone).toInstant().plus(due.after());
        }
        throw new IllegalStateException("only a rule starts timer " + intent.name());
    }
}
