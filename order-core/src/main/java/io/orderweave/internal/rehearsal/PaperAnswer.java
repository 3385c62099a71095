package io.orderweave.internal.rehearsal;

import io.orderweave.effect.PlannedEffect;
import io.orderweave.event.Event;
import io.orderweave.order.Order;
import java.util.List;

/** What an effect that never happened would have come to. */
sealed interface PaperAnswer {

    /**
     * It succeeds.
     *
     * @param order the order with what it covers
     * @param events what it means for the order
     * @param then the effects that it asks for
     */
    record Done(Order order, List<Event> events, List<PlannedEffect> then) implements PaperAnswer {

        public Done {
            events = List.copyOf(events);
            then = List.copyOf(then);
        }

        static Done telling(Order order, Event event) {
            return new Done(order, List.of(event), List.of());
        }
    }

    /** It is needless by now. */
    record NotWanted(String reason) implements PaperAnswer {}

    /** It cannot be done as things are. */
    record Impossible(String reason) implements PaperAnswer {}
}
