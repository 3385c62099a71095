package io.orderweave.effect;

import io.orderweave.event.Event;
import io.orderweave.order.Order;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** The open transaction in which an effect is claimed, performed or folded. Implemented by the engine. */
public interface EffectContext {

    Effect effect();

    Instant now();

    /** The effect's order as it is in this transaction; of a replaced order, the one that took its place. */
    Order order();

    /**
     * Changes {@link #order()}; the events go through the rules like any other.
     *
     * @param change pure: the order as it is to the order as it shall be, and what happened
     */
    void change(Function<Order, Outcome> change);

    /** Plans a further effect, caused by this one. */
    void plan(PlannedEffect effect);

    /** An order and what happened to it. */
    record Outcome(Order order, List<Event> events) {

        public Outcome {
            events = List.copyOf(events);
        }
    }
}
