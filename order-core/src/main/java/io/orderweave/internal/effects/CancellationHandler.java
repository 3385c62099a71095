package io.orderweave.internal.effects;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.connector.Cancellations;
import io.orderweave.connector.Cancellations.Cancellation;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.effect.EffectContext;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.Readiness;
import io.orderweave.internal.book.Outside;
import io.orderweave.internal.json.Json;
import io.orderweave.order.ChannelState;
import io.orderweave.order.Lifecycle;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import java.util.List;
import java.util.Optional;

/** Tells the channel what the seller cancels; what is cancelled by that, the channel tells. */
public final class CancellationHandler extends ChannelWriteHandler {

    public CancellationHandler(Outside outside) {
        super(outside);
    }

    @Override
    public EffectKind kind() {
        return EffectKind.CANCELLATION;
    }

    @Override
    public Readiness prepare(EffectContext context) {
        Order order = context.order();
        CancellationIntent intent = CancellationIntent.of(context.effect());
        Optional<String> cancelled = order.channelState()
                .filter(state -> state.lifecycle() == Lifecycle.CANCELLED)
                .map(ChannelState::term);
        if (cancelled.isPresent()) {
            return new Readiness.NotWanted("cancelled at the channel already: " + cancelled.get());
        }
        Optional<Cancellations> facet = channels().find(context.effect()).flatMap(ChannelConnector::cancellations);
        if (facet.isEmpty() || !facet.get().reasons().contains(intent.reason())) {
            return new Readiness.Impossible("the channel takes no cancellation because of " + intent.reason());
        }
        return intent.obstacle(order)
                .<Readiness>map(Readiness.Impossible::new)
                .orElseGet(() -> new Readiness.Ready(Json.tree(
                        new Cancellation(order.ref().orElseThrow().externalId(), intent.lines(), intent.reason()))));
    }

    @Override
    public RemoteAnswer call(RemoteCall call) {
        return Answers.of(cancellations(call).cancel(cancellation(call)));
    }

    @Override
    public RemoteAnswer resume(RemoteCall call, String handle) {
        throw new IllegalStateException("channels take a cancellation at once; there is no handle " + handle);
    }

    @Override
    public RemoteLookup lookup(RemoteCall call) {
        return Answers.of(cancellations(call).find(cancellation(call)));
    }

    @Override
    public void fold(EffectContext context, JsonNode answer) {
        CancellationIntent intent = CancellationIntent.of(context.effect());
        context.change(order -> new EffectContext.Outcome(
                order, List.of(new OrderEvent.CancellationTold(intent.lines(), intent.reason()))));
    }

    private Cancellations cancellations(RemoteCall call) {
        return channels().of(call).cancellations().orElseThrow();
    }

    private static Cancellation cancellation(RemoteCall call) {
        return Json.read(call.request(), Cancellation.class);
    }
}
