package io.orderweave.internal.book;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.event.Subject;
import io.orderweave.id.OrderId;
import io.orderweave.internal.json.Json;
import io.orderweave.order.LineProgress;
import io.orderweave.order.Order;
import io.orderweave.rule.Action;
import io.orderweave.shipment.Shipment;
import java.util.List;

/** The effects that announce shipments and take them back. Pure. */
final class ShipmentPlans {

    private ShipmentPlans() {}

    /** @param before every shipment of the order so far, cancelled ones included */
    static PlannedEffect create(Order order, Action.CreateShipment create, List<Shipment> before) {
        ObjectNode payload = Json.object();
        create.service().ifPresent(service -> payload.put("service", service));
        payload.set("parcel", Json.tree(create.parcel()));
        return PlannedEffect.builder()
                .key(new EffectKey(
                        Subject.of(order.id()),
                        EffectKind.SHIPMENT,
                        Integer.toString(isCovered(order) ? Math.max(1, before.size()) : before.size() + 1)))
                .connection(create.courier())
                .payload(payload)
                .build();
    }

    /** Whether no piece waits for a shipment: then the last one is what was wanted. */
    private static boolean isCovered(Order order) {
        return order.lines().stream().allMatch(line -> {
            LineProgress progress = order.progress().line(line.id());
            return progress.cancelled() + progress.covered() >= line.quantity();
        });
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
