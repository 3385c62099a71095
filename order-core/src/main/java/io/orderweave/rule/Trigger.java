package io.orderweave.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The domain event a rule listens to.
 *
 * @param event an event's name without version, for example {@code order.confirmed}
 */
public record Trigger(@JsonValue String event) {

    @JsonCreator
    public Trigger {}

    @Override
    public String toString() {
        return event;
    }
}
