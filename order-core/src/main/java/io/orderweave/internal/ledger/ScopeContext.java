package io.orderweave.internal.ledger;

import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectContext;
import io.orderweave.effect.Origin;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.event.Actor;
import io.orderweave.event.Event;
import io.orderweave.event.Subject;
import io.orderweave.id.EntryId;
import io.orderweave.id.OrderId;
import io.orderweave.internal.book.ChangeScope;
import io.orderweave.internal.book.Trace;
import io.orderweave.order.Order;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The transaction in which an effect is claimed, performed or folded, as its handler sees it. */
public final class ScopeContext implements EffectContext {

    private final ChangeScope scope;
    private final Effect effect;
    private final Origin origin;
    private Optional<EntryId> lastEntry = Optional.empty();

    ScopeContext(ChangeScope scope, Effect effect) {
        this.scope = scope;
        this.effect = effect;
        this.origin = effect.origin().then("effect:" + effect.key());
    }

    /** For the library's own handlers, which keep records beside the order. */
    public ChangeScope scope() {
        return scope;
    }

    @Override
    public Effect effect() {
        return effect;
    }

    @Override
    public Instant now() {
        return scope.now();
    }

    /** The order that stands for the effect's order now: what took its place, where something did. */
    @Override
    public Order order() {
        Order order = scope.order(ownOrderId());
        // A chain of joint payments is short; a circle would be a defect, and is cut off.
        for (int i = 0; i < 100 && order.replacedBy().isPresent(); i++) {
            order = scope.order(order.replacedBy().get());
        }
        return order;
    }

    /** The effect's own order; empty when the effect has another subject, or the order is gone. */
    Optional<Order> findOrder() {
        return isOnOrder() ? scope.find(ownOrderId()) : Optional.empty();
    }

    @Override
    public void change(Function<Order, Outcome> change) {
        scope.change(order().id(), trace(), change).ifPresent(entry -> lastEntry = Optional.of(entry));
    }

    @Override
    public void plan(PlannedEffect planned) {
        scope.plan(planned, lastEntry.orElseGet(this::cause), origin);
    }

    /** Enters an event about the effect that changes nothing else. */
    void announce(Event event) {
        announce(event, trace());
    }

    /** Enters an event about the effect that somebody else brought about. */
    void announce(Event event, Actor actor) {
        announce(event, Trace.outside(actor));
    }

    private void announce(Event event, Trace trace) {
        if (findOrder().isPresent()) {
            scope.change(ownOrderId(), trace, order -> new Outcome(order, List.of(event)));
        } else {
            scope.note(effect.key().subject(), trace, event);
        }
    }

    private Trace trace() {
        return Trace.of(new Actor(Actor.Kind.EFFECT, effect.key().toString()), cause(), origin);
    }

    private EntryId cause() {
        return effect.causes().get(0).entry();
    }

    private boolean isOnOrder() {
        return effect.key().subject().kind().equals(Subject.ORDER);
    }

    private OrderId ownOrderId() {
        return new OrderId(effect.key().subject().id());
    }
}
