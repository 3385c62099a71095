package io.orderweave.order;

import io.orderweave.event.Actor;
import java.util.Optional;

/** The host's say in who may do what. Implemented by hosts; thread-safe. */
public interface CommandPolicy {

    /**
     * Whether the actor may give the command. Asked before every command of a person or the host, never for rules, channels and
     * effects.
     *
     * @param command name of the service method, for example {@code orders.setStatus}
     * @param order the order concerned, where one is
     */
    boolean may(Actor actor, String command, Optional<Order> order);

    /** Everybody may do everything. */
    static CommandPolicy everything() {
        return (actor, command, order) -> true;
    }
}
