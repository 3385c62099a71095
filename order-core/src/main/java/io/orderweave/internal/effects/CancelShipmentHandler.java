package io.orderweave.internal.effects;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.courier.Cancellations;
import io.orderweave.courier.Courier;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectContext;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.Readiness;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.OrderChanges;
import io.orderweave.internal.book.Outside;
import io.orderweave.internal.book.Versioned;
import io.orderweave.internal.json.Json;
import io.orderweave.shipment.Shipment;
import io.orderweave.shipment.TrackingStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Takes a shipment back at its courier; what was in it may be shipped again, by a person. */
public final class CancelShipmentHandler extends OverwritingHandler {

    private final Book book;
    private final Outside outside;

    public CancelShipmentHandler(Book book, Outside outside) {
        this.book = book;
        this.outside = outside;
    }

    @Override
    public EffectKind kind() {
        return EffectKind.SHIPMENT_CANCEL;
    }

    @Override
    public boolean irreversible() {
        return true;
    }

    @Override
    public Duration callDeadline(Effect effect) {
        return outside.courier(effect.connection().orElseThrow()).profile().callDeadline();
    }

    @Override
    public Readiness prepare(EffectContext context) {
        Shipment shipment = shipment(context.effect()).value();
        if (!shipment.isLive()) {
            return new Readiness.NotWanted("shipment " + shipment.id() + " is cancelled");
        }
        if (shipment.status().isDispatched()) {
            return new Readiness.Impossible("shipment " + shipment.id() + " has left: it is " + shipment.status());
        }
        if (outside.courier(shipment.courier()).cancellations().isEmpty()) {
            return new Readiness.Impossible("the courier of connection " + shipment.courier()
                    + " cancels nothing by its interface; cancel shipment " + shipment.id() + " there by hand");
        }
        return new Readiness.Ready(Json.object().put("shipmentId", shipment.courierShipmentId()));
    }

    @Override
    public RemoteAnswer call(RemoteCall call) {
        Courier courier = outside.courier(call.connection().orElseThrow());
        Cancellations cancellations = courier.cancellations().orElseThrow();
        return Answers.of(cancellations.cancel(call.request().get("shipmentId").asText()));
    }

    @Override
    public Optional<JsonNode> answerFor(Effect effect, String reference) {
        return Answers.happened();
    }

    @Override
    public void fold(EffectContext context, JsonNode answer) {
        Versioned<Shipment> stored = shipment(context.effect());
        Shipment before = stored.value();
        if (!before.isLive()) {
            // Tracking was faster to tell.
            context.change(order -> new EffectContext.Outcome(
                    order, List.of(new EffectEvent.EffectDone(context.effect().key()))));
            return;
        }
        book.shipments()
                .update(before.toBuilder().status(TrackingStatus.CANCELLED).build(), stored.version());
        context.change(order -> OrderChanges.shipmentCancelled(order, before));
    }

    private Versioned<Shipment> shipment(Effect effect) {
        String id = effect.payload().get("shipment").asText();
        return book.shipments()
                .findVersioned(id)
                .orElseThrow(() -> new OrderweaveException(FaultCategory.NOT_FOUND, "no shipment " + id));
    }
}
