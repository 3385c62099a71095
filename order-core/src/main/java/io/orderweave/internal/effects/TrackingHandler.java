package io.orderweave.internal.effects;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.TrackingUpdates.TrackingUpdate;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectContext;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.Readiness;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.id.ShipmentId;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.Outside;
import io.orderweave.internal.book.Setup;
import io.orderweave.internal.json.Json;
import io.orderweave.order.Order;
import io.orderweave.order.Phase;
import io.orderweave.shipment.Shipment;
import io.orderweave.shipment.ShipmentEvent;
import java.util.List;
import java.util.Map;

/** Tells the channel a shipment's tracking number. */
public final class TrackingHandler extends ChannelWriteHandler {

    private final Book book;
    private final Setup setup;

    public TrackingHandler(Book book, Setup setup, Outside outside) {
        super(outside);
        this.book = book;
        this.setup = setup;
    }

    @Override
    public EffectKind kind() {
        return EffectKind.TRACKING;
    }

    @Override
    public Readiness prepare(EffectContext context) {
        if (channels()
                .find(context.effect())
                .flatMap(ChannelConnector::trackingUpdates)
                .isEmpty()) {
            return new Readiness.NotWanted("the channel takes no tracking numbers");
        }
        Shipment shipment = shipment(context.effect());
        if (!shipment.isLive()) {
            return new Readiness.NotWanted("shipment " + shipment.id() + " is cancelled");
        }
        Order order = context.order();
        if (order.phase() == Phase.CANCELLED && !shipment.status().isDispatched()) {
            return new Readiness.NotWanted("order " + order.id() + " is cancelled, and its parcel has not left");
        }
        boolean whole =
                order.lines().stream().allMatch(line -> shipment.lines().getOrDefault(line.id(), 0) >= line.quantity());
        return new Readiness.Ready(Json.tree(new TrackingUpdate(
                order.ref().orElseThrow().externalId(),
                setup.connection(shipment.courier()).system(),
                shipment.trackingNumber(),
                whole ? Map.of() : shipment.lines())));
    }

    @Override
    public RemoteAnswer call(RemoteCall call) {
        return Answers.of(channels().of(call).trackingUpdates().orElseThrow().add(update(call)));
    }

    @Override
    public RemoteAnswer resume(RemoteCall call, String handle) {
        throw new IllegalStateException("channels take a tracking number at once; there is no handle " + handle);
    }

    @Override
    public RemoteLookup lookup(RemoteCall call) {
        return Answers.of(channels().of(call).trackingUpdates().orElseThrow().find(update(call)));
    }

    @Override
    public void fold(EffectContext context, JsonNode answer) {
        ShipmentId shipment = shipment(context.effect()).id();
        context.change(
                order -> new EffectContext.Outcome(order, List.of(new ShipmentEvent.TrackingPublished(shipment))));
    }

    private static TrackingUpdate update(RemoteCall call) {
        return Json.read(call.request(), TrackingUpdate.class);
    }

    private Shipment shipment(Effect effect) {
        String id = effect.payload().get("shipment").asText();
        return book.shipments()
                .find(id)
                .orElseThrow(() -> new OrderweaveException(FaultCategory.NOT_FOUND, "no shipment " + id));
    }
}
