package io.orderweave.event;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Something that happened. Each feature declares its own as records; the JSON of one is its record components.
 *
 * <p>Name and version are for ever: a changed shape is a new version. Rules are triggered by the name.
 */
public interface Event {

    /** Stable name, for example {@code document.issued}. */
    @JsonIgnore
    EventName eventName();
}
