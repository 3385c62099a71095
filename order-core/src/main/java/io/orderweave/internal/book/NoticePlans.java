package io.orderweave.internal.book;

import io.orderweave.document.DocumentEvent;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.event.Event;
import io.orderweave.event.Subject;
import io.orderweave.id.DocumentId;
import io.orderweave.id.OrderId;
import io.orderweave.id.ShipmentId;
import io.orderweave.internal.json.Json;
import io.orderweave.notice.Audience;
import io.orderweave.rule.Action;
import io.orderweave.shipment.ShipmentEvent;
import java.util.Optional;

/** The effects that send notices: one for each order, template, channel and cause, whichever rules want it. Pure. */
public final class NoticePlans {

    private NoticePlans() {}

    /**
     * What is to be sent.
     *
     * @param document the one the event was about
     * @param shipment the one the event was about
     */
    public record Choice(
            String template,
            Audience to,
            String channel,
            Optional<DocumentId> document,
            Optional<ShipmentId> shipment) {}

    static PlannedEffect notice(OrderId order, Action.Notify notify, Happening happening) {
        Choice choice = new Choice(
                notify.template(),
                notify.to(),
                notify.channel(),
                document(happening.event()),
                shipment(happening.event()));
        return PlannedEffect.builder()
                .key(new EffectKey(
                        Subject.of(order),
                        EffectKind.NOTICE,
                        notify.template() + "/" + notify.channel() + "/"
                                + happening.origin().digest()))
                .payload(Json.tree(choice))
                .build();
    }

    private static Optional<DocumentId> document(Event event) {
        if (event instanceof DocumentEvent.DocumentIssued issued) {
            return Optional.of(issued.document());
        }
        if (event instanceof DocumentEvent.DocumentRendered rendered) {
            return Optional.of(rendered.document());
        }
        return event instanceof DocumentEvent.DocumentDue due ? Optional.of(due.document()) : Optional.empty();
    }

    private static Optional<ShipmentId> shipment(Event event) {
        if (event instanceof ShipmentEvent.ShipmentCreated created) {
            return Optional.of(created.shipment());
        }
        if (event instanceof ShipmentEvent.LabelStored stored) {
            return Optional.of(stored.shipment());
        }
        return event instanceof ShipmentEvent.TrackingChanged changed
                ? Optional.of(changed.shipment())
                : Optional.empty();
    }
}
