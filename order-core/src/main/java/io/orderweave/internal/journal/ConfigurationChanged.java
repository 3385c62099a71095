package io.orderweave.internal.journal;

import io.orderweave.event.Event;
import io.orderweave.event.EventName;

/**
 * A part of the configuration was replaced.
 *
 * @param part for example {@code rules}
 * @param version what holds now
 */
public record ConfigurationChanged(String part, String version) implements Event {

    public static final EventName NAME = new EventName("configuration.changed", 1);

    @Override
    public EventName eventName() {
        return NAME;
    }
}
