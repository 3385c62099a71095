package io.orderweave.internal.effects;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.courier.Labels.Label;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectContext;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.Readiness;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.Outside;
import io.orderweave.internal.book.Versioned;
import io.orderweave.internal.json.Json;
import io.orderweave.shipment.Shipment;
import io.orderweave.shipment.ShipmentEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Fetches and stores a shipment's label. */
public final class LabelHandler extends OverwritingHandler {

    private final Book book;
    private final Outside outside;

    public LabelHandler(Book book, Outside outside) {
        this.book = book;
        this.outside = outside;
    }

    @Override
    public EffectKind kind() {
        return EffectKind.LABEL;
    }

    @Override
    public boolean irreversible() {
        return false;
    }

    @Override
    public Duration callDeadline(Effect effect) {
        return outside.courier(effect.connection().orElseThrow()).profile().callDeadline();
    }

    @Override
    public Readiness prepare(EffectContext context) {
        Shipment shipment = shipment(context.effect().payload()).value();
        if (!shipment.isLive()) {
            return new Readiness.NotWanted("shipment " + shipment.id() + " is cancelled");
        }
        return new Readiness.Ready(context.effect().payload());
    }

    @Override
    public RemoteAnswer call(RemoteCall call) {
        Shipment shipment = shipment(call.request()).value();
        Label label = outside.courier(shipment.courier()).labels().fetch(shipment.courierShipmentId());
        return new RemoteAnswer.Done(
                Json.object()
                        .put("shipment", shipment.id().value())
                        .put("label", book.stores().blobs().put(label.content()))
                        .put("type", label.mediaType()),
                Optional.empty());
    }

    @Override
    public Optional<JsonNode> answerFor(Effect effect, String reference) {
        return Optional.empty();
    }

    @Override
    public void fold(EffectContext context, JsonNode answer) {
        Versioned<Shipment> stored = shipment(answer);
        Shipment labelled = stored.value().toBuilder()
                .label(answer.get("label").asText())
                .labelType(answer.get("type").asText())
                .build();
        book.shipments().update(labelled, stored.version());
        context.change(order -> new EffectContext.Outcome(
                order, List.of(new ShipmentEvent.LabelStored(labelled.id(), labelled.trackingNumber()))));
    }

    private Versioned<Shipment> shipment(JsonNode named) {
        String id = named.get("shipment").asText();
        return book.shipments()
                .findVersioned(id)
                .orElseThrow(() -> new OrderweaveException(FaultCategory.NOT_FOUND, "no shipment " + id));
    }
}
