package io.orderweave.order;

import io.orderweave.event.Event;
import java.util.List;
import java.util.Optional;

/**
 * A change that is about to be committed.
 *
 * @param before empty when the order is new
 */
public record OrderChange(Optional<Order> before, Order after, List<Event> events) {

    public OrderChange {
        events = List.copyOf(events);
    }
}
