package io.orderweave.internal.effects;

import io.orderweave.effect.PlannedEffect;
import io.orderweave.id.LineId;
import io.orderweave.id.ShipmentId;
import io.orderweave.internal.json.Json;
import io.orderweave.order.Order;
import io.orderweave.order.Phase;
import io.orderweave.shipment.Destination;
import io.orderweave.shipment.Parcel;
import io.orderweave.shipment.Shipment;
import io.orderweave.shipment.TrackingStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Announces shipments on paper, for rehearsals: what an effect would announce, to a courier that is never asked. Pure. */
public final class PaperShipping {

    private PaperShipping() {}

    /** What announcing comes to. */
    public sealed interface Result {

        /** Announced: the shipment, and the order that it covers. */
        record Announced(Shipment shipment, Order order) implements Result {}

        /** Needless by now: the effect would be cancelled. */
        record NotWanted(String reason) implements Result {}

        /** Impossible as things are: the effect would be refused. */
        record Impossible(String reason) implements Result {}
    }

    /** Announces everything left to ship. */
    public static Result announce(PlannedEffect effect, Order order, ShipmentId id, Instant now) {
        if (order.phase() == Phase.CANCELLED) {
            return new Result.NotWanted("order " + order.id() + " is cancelled");
        }
        Map<LineId, Integer> pieces = Cover.unshipped(order);
        if (pieces.isEmpty()) {
            return new Result.NotWanted("order " + order.id() + " is shipped in full");
        }
        Optional<Destination> destination = ShipmentHandler.destination(order);
        if (destination.isEmpty() || order.delivery().recipient().isEmpty()) {
            return new Result.Impossible("order " + order.id() + " says neither where to nor to whom");
        }
        Shipment shipment = Shipment.builder()
                .id(id)
                .order(order.id())
                .courier(effect.connection().orElseThrow())
                .reference(PaperIssue.NUMBER)
                .lines(pieces)
                .addParcel(Json.read(effect.payload().get("parcel"), Parcel.class))
                .destination(destination.get())
                .courierShipmentId(id.value())
                .trackingNumber(PaperIssue.NUMBER + "-" + id)
                .status(TrackingStatus.ANNOUNCED)
                .createdAt(now)
                .build();
        Order shipped = order.toBuilder()
                .progress(Cover.shipped(order.progress(), pieces))
                .build();
        return new Result.Announced(shipment, shipped);
    }
}
