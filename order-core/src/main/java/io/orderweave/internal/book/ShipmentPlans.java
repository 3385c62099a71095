package io.orderweave.internal.book;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.event.Subject;
import io.orderweave.id.OrderId;
import io.orderweave.internal.json.Json;
import io.orderweave.rule.Action;
import io.orderweave.shipment.Shipment;

/** The effects that announce shipments and take them back. Pure. */
final class ShipmentPlans {

    private ShipmentPlans() {}

    static PlannedEffect create(OrderId order, Action.CreateShipment create) {
        ObjectNode payload = Json.object();
        create.service().ifPresent(service -> payload.put("service", service));
        payload.set("parcel", Json.tree(create.parcel()));
        return PlannedEffect.builder()
                .key(new EffectKey(Subject.of(order), EffectKind.SHIPMENT, "1"))
                .connection(create.courier())
                .payload(payload)
                .build();
    }

    static PlannedEffect cancel(OrderId order, Shipment shipment) {
        return PlannedEffect.builder()
                .key(new EffectKey(
                        Subject.of(order),
                        EffectKind.SHIPMENT_CANCEL,
                        shipment.id().value()))
                .connection(shipment.courier())
                .payload(Json.object().put("shipment", shipment.id().value()))
                .build();
    }
}
