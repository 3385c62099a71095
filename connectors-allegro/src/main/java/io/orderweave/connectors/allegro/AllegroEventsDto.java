package io.orderweave.connectors.allegro;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the event journal. Only which order an event is about is read: the order itself is asked for anew. */
record AllegroEventsDto(@Nullable List<@Nullable Event> events) {

    record Event(@Nullable String id, @Nullable Subject order) {}

    record Subject(@Nullable Form checkoutForm) {}

    record Form(@Nullable String id) {}
}
