package io.orderweave.mapping;

import io.orderweave.event.Event;
import io.orderweave.event.EventName;

/** What can happen to mappings. */
public sealed interface MappingEvent extends Event {

    /**
     * Other mappings are in force. Subject: the configuration of mappings.
     *
     * @param why in the words of who did it
     */
    record MappingsApplied(int version, String why) implements MappingEvent {
        public static final EventName NAME = new EventName("mappings.applied", 1);

        @Override
        public EventName eventName() {
            return NAME;
        }
    }
}
