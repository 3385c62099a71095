package io.orderweave.internal.effects;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.StatusUpdates;
import io.orderweave.connector.StatusUpdates.StatusUpdate;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectContext;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.Readiness;
import io.orderweave.internal.book.Outside;
import io.orderweave.internal.json.Json;
import io.orderweave.order.ChannelState;
import io.orderweave.order.Order;
import io.orderweave.order.StatusIntent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Tells the channel how far the order is. The latest status wins: one that was left meanwhile is not told any more. */
public final class StatusHandler extends OverwritingHandler {

    private final ChannelFacets channels;

    public StatusHandler(Outside outside) {
        this.channels = new ChannelFacets(outside);
    }

    @Override
    public EffectKind kind() {
        return EffectKind.STATUS;
    }

    @Override
    public boolean irreversible() {
        return false;
    }

    @Override
    public Duration callDeadline(Effect effect) {
        return channels.callDeadline(effect);
    }

    @Override
    public Readiness prepare(EffectContext context) {
        Order order = context.order();
        JsonNode payload = context.effect().payload();
        StatusIntent intent = StatusIntent.valueOf(payload.get("intent").asText());
        if (!order.status().value().equals(payload.get("status").asText())) {
            return new Readiness.NotWanted("superseded by status " + order.status());
        }
        Optional<StatusUpdates> facet = channels.find(context.effect()).flatMap(ChannelConnector::statusUpdates);
        if (facet.isEmpty() || !facet.get().supported().contains(intent)) {
            return new Readiness.NotWanted("the channel has no term for " + intent);
        }
        return new Readiness.Ready(Json.tree(new StatusUpdate(
                order.ref().orElseThrow().externalId(),
                order.channelState().flatMap(ChannelState::revision),
                intent,
                Cover.unshipped(order).isEmpty())));
    }

    @Override
    public RemoteAnswer call(RemoteCall call) {
        return Answers.of(
                channels.of(call).statusUpdates().orElseThrow().update(Json.read(call.request(), StatusUpdate.class)));
    }

    @Override
    public Optional<JsonNode> answerFor(Effect effect, String reference) {
        return Answers.happened();
    }

    @Override
    public void fold(EffectContext context, JsonNode answer) {
        context.change(order -> new EffectContext.Outcome(
                order, List.of(new EffectEvent.EffectDone(context.effect().key()))));
    }
}
