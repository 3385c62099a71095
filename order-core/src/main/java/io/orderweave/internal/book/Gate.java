package io.orderweave.internal.book;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.order.CommandPolicy;
import io.orderweave.order.Order;
import java.util.Optional;

/** Asks the host's policy before a command. */
public record Gate(CommandPolicy policy) {

    /** Refuses what the policy refuses. */
    public void check(Actor actor, String command, Optional<Order> order) {
        if (!policy.may(actor, command, order)) {
            throw new OrderweaveException(
                    FaultCategory.FORBIDDEN,
                    actor + " may not " + command
                            + order.map(it -> " on order " + it.id()).orElse(""));
        }
    }
}
