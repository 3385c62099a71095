package io.orderweave.internal.hub;

import io.orderweave.connection.ConnectionId;
import io.orderweave.connector.Cancellations;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.effect.EffectContext.Outcome;
import io.orderweave.effect.Effects;
import io.orderweave.effect.Origin;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.id.EntryId;
import io.orderweave.internal.book.ChangeScope;
import io.orderweave.internal.book.Outside;
import io.orderweave.internal.book.Trace;
import io.orderweave.internal.effects.CancellationIntent;
import io.orderweave.order.CancellationReason;
import io.orderweave.order.ChannelState;
import io.orderweave.order.Lifecycle;
import io.orderweave.order.Order;
import io.orderweave.order.OrderEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes what hosts want their channels told to be cancelled: once for the same lines. */
final class CancellationDesk {

    private final Effects effects;
    private final Outside outside;

    CancellationDesk(Effects effects, Outside outside) {
        this.effects = effects;
        this.outside = outside;
    }

    /** In the open transaction. */
    void ask(ChangeScope scope, Order order, CancellationIntent intent, Actor actor) {
        ConnectionId channel = ChannelOf.connection(order, scope.setup(), "cancel anything");
        requireTerm(order, channel, intent.reason());
        intent.obstacle(order).ifPresent(obstacle -> {
            throw invalid(obstacle);
        });
        PlannedEffect wanted = intent.plan(order.id(), channel);
        if (isCancelled(order) || Asked.before(effects, wanted.key())) {
            return;
        }
        OrderEvent asked = new OrderEvent.CancellationAsked(intent.lines(), intent.reason());
        EntryId entry = scope.change(order.id(), Trace.outside(actor), it -> new Outcome(it, List.of(asked)))
                .orElseThrow();
        scope.plan(wanted, entry, Origin.of(entry));
    }

    private void requireTerm(Order order, ConnectionId channel, CancellationReason reason) {
        Optional<Set<CancellationReason>> reasons = outside.channel(channel)
                .flatMap(ChannelConnector::cancellations)
                .map(Cancellations::reasons);
        if (reasons.isEmpty()) {
            throw invalid("the channel of order " + order.id()
                    + " takes no cancellations by its interface; cancel there by hand");
        }
        if (!reasons.get().contains(reason)) {
            throw invalid("the channel has no term for a cancellation because of " + reason + "; it has for "
                    + reasons.get().stream().sorted().toList());
        }
    }

    private static boolean isCancelled(Order order) {
        return order.channelState().map(ChannelState::lifecycle).equals(Optional.of(Lifecycle.CANCELLED));
    }

    private static OrderweaveException invalid(String message) {
        return new OrderweaveException(FaultCategory.INVALID_REQUEST, message);
    }
}
