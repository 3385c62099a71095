package io.orderweave.internal.book;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.connection.ConnectionId;
import io.orderweave.document.DocumentEvent;
import io.orderweave.effect.EffectContext.Outcome;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.Origin;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.event.Actor;
import io.orderweave.event.Event;
import io.orderweave.event.Subject;
import io.orderweave.id.ShipmentId;
import io.orderweave.internal.json.Json;
import io.orderweave.order.Order;
import io.orderweave.order.StatusCatalogue;
import io.orderweave.order.StatusIntent;
import io.orderweave.payment.PaymentEvent;
import io.orderweave.rule.Action;
import io.orderweave.shipment.ShipmentEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Turns the actions of rules into changes of the order and into effects. Does nothing itself. */
final class ActionPlans {

    private final Setup setup;
    private final Surroundings around;
    private final Instant now;

    ActionPlans(Setup setup, Surroundings around, Instant now) {
        this.setup = setup;
        this.around = around;
        this.now = now;
    }

    /** What an action does to the order itself. */
    static Outcome onOrder(Action.OnOrder action, Order order, StatusCatalogue statuses, Actor actor, Instant now) {
        if (action instanceof Action.SetStatus set) {
            return OrderChanges.setStatus(order, set.status(), statuses);
        }
        if (action instanceof Action.AddTag add) {
            return OrderChanges.addTag(order, add.tag());
        }
        if (action instanceof Action.RemoveTag remove) {
            return OrderChanges.removeTag(order, remove.tag());
        }
        if (action instanceof Action.AddNote add) {
            return OrderChanges.addNote(order, add.text(), add.audience(), actor, now);
        }
        if (action instanceof Action.PlaceHold hold) {
            return OrderChanges.hold(order, hold.code(), hold.reason(), hold.releasableBy(), actor, now);
        }
        if (action instanceof Action.Raise raise) {
            return OrderChanges.raise(order, raise.event());
        }
        Action.ReleaseHold release = (Action.ReleaseHold) action;
        return OrderChanges.release(order, release.code());
    }

    /**
     * The effects an action wants; none when the order has nobody to tell, or the event is not about what the action needs.
     *
     * @param order as it is when the rule fires
     * @param origin of the rule's firing
     * @throws HostActionFault when a host's action throws
     */
    List<PlannedEffect> effects(Action.Plans action, Order order, Happening happening, Origin origin) {
        if (action instanceof Action.CreditDocuments credit) {
            return DocumentPlans.credits(order.id(), around.documentsOf(order.id()), credit.reason(), credit.series());
        }
        if (action instanceof Action.CancelShipments) {
            return around.shipmentsOf(order.id()).stream()
                    .filter(shipment -> shipment.isLive() && !shipment.status().isDispatched())
                    .map(shipment -> ShipmentPlans.cancel(order.id(), shipment))
                    .toList();
        }
        return effect((Action.PlansOne) action, order, happening, origin).stream()
                .toList();
    }

    private Optional<PlannedEffect> effect(Action.PlansOne action, Order order, Happening happening, Origin origin) {
        Event event = happening.event();
        if (action instanceof Action.IssueDocument issue) {
            return issue(order, event, issue);
        }
        if (action instanceof Action.CreateShipment create) {
            return Optional.of(ShipmentPlans.create(order.id(), create));
        }
        if (action instanceof Action.UploadDocument) {
            return event instanceof DocumentEvent.DocumentRendered rendered
                    ? upload(order, rendered)
                    : Optional.empty();
        }
        if (action instanceof Action.PublishTracking) {
            return tracking(order, event);
        }
        if (action instanceof Action.PublishStatus publish) {
            return channelOf(order).map(channel -> tellStatus(order, channel, publish.intent(), origin));
        }
        if (action instanceof Action.Notify notify) {
            return Optional.of(NoticePlans.notice(order.id(), notify, happening));
        }
        if (action instanceof Action.Host host) {
            return hosts(host, order, event, origin);
        }
        Action.StartTimer timer = (Action.StartTimer) action;
        return Optional.of(new TimerIntent.Named(timer.timer()).effect(order.id(), origin, now.plus(timer.after())));
    }

    private Optional<PlannedEffect> hosts(Action.Host host, Order order, Event event, Origin origin) {
        RegisteredAction registered = setup.hostAction(host.name());
        Optional<JsonNode> payload;
        try {
            payload = registered.action().plan(order, event, host.with());
        } catch (RuntimeException thrown) {
            throw new HostActionFault(host.name(), thrown);
        }
        return payload.map(content -> PlannedEffect.builder()
                .key(key(order, registered.kind(), host.name() + "/" + origin.digest()))
                .payload(content)
                .build());
    }

    /** What the status map tells the channel when the order enters a status. */
    static PlannedEffect tellStatus(Order order, ConnectionId channel, StatusIntent intent, Origin origin) {
        return PlannedEffect.builder()
                .key(key(order, EffectKind.STATUS, order.status() + "-" + origin.digest()))
                .connection(channel)
                .payload(Json.object().put("status", order.status().value()).put("intent", intent.name()))
                .build();
    }

    private static Optional<PlannedEffect> issue(Order order, Event event, Action.IssueDocument issue) {
        return switch (issue.kind()) {
            case PROFORMA -> Optional.of(DocumentPlans.proforma(order.id(), issue.series()));
            case INVOICE -> Optional.of(DocumentPlans.invoice(order.id(), issue.series()));
            case ADVANCE ->
                event instanceof PaymentEvent.PaymentReceived received
                        ? Optional.of(DocumentPlans.advance(order.id(), received.payment(), issue.series()))
                        : Optional.empty();
            case CREDIT_NOTE -> throw new IllegalArgumentException("no rule set that was verified issues credit notes");
        };
    }

    private static Optional<PlannedEffect> upload(Order order, DocumentEvent.DocumentRendered rendered) {
        return channelOf(order)
                .map(channel -> PlannedEffect.builder()
                        .key(key(order, EffectKind.UPLOAD, rendered.document().value()))
                        .connection(channel)
                        .payload(Json.object()
                                .put("document", rendered.document().value()))
                        .build());
    }

    private static Optional<PlannedEffect> tracking(Order order, ShipmentId shipment, String trackingNumber) {
        return channelOf(order)
                .map(channel -> PlannedEffect.builder()
                        .key(key(order, EffectKind.TRACKING, trackingNumber))
                        .connection(channel)
                        .payload(Json.object().put("shipment", shipment.value()))
                        .build());
    }

    private static Optional<PlannedEffect> tracking(Order order, Event event) {
        if (event instanceof ShipmentEvent.ShipmentCreated created) {
            return tracking(order, created.shipment(), created.trackingNumber());
        }
        if (event instanceof ShipmentEvent.LabelStored stored) {
            return tracking(order, stored.shipment(), stored.trackingNumber());
        }
        if (event instanceof ShipmentEvent.TrackingChanged changed) {
            return tracking(order, changed.shipment(), changed.trackingNumber());
        }
        return Optional.empty();
    }

    private static Optional<ConnectionId> channelOf(Order order) {
        return order.ref().flatMap(ref -> order.connection());
    }

    private static EffectKey key(Order order, EffectKind kind, String discriminator) {
        return new EffectKey(Subject.of(order.id()), kind, discriminator);
    }
}
