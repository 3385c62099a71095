package io.orderweave.examples.shop.command;

import io.orderweave.event.Event;
import io.orderweave.order.OrderEvent;
import java.util.Optional;

/** What an event says beyond its name, where that is short and no personal data. */
final class EventText {

    private EventText() {}

    static String of(Optional<Event> event) {
        return event.orElse(null) instanceof OrderEvent.StatusChanged changed ? " to " + changed.to() : "";
    }
}
