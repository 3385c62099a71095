package io.orderweave.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.event.Event;
import io.orderweave.order.Order;
import java.util.Map;
import java.util.Optional;

/**
 * An action of the host's own that rules may name: what it plans is an effect of the host's kind. Implemented by hosts, given to the
 * builder together with the handler that does the effects; thread-safe.
 */
public interface HostAction {

    /** As rules say it: lower-case letters, digits and hyphens. */
    String name();

    /**
     * What the handler is to be given; the effect's payload. Pure: the same order, event and arguments give the same answer, for a
     * rehearsal asks again. What it throws holds the order and plans nothing.
     *
     * @param with the rule's own arguments
     * @return empty when there is nothing to do
     */
    Optional<JsonNode> plan(Order order, Event event, Map<String, String> with);
}
