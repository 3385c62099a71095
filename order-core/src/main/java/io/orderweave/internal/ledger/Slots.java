package io.orderweave.internal.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** How many calls this node makes to a connection at once, and how many it may. Thread-safe. */
final class Slots {

    private final ToIntFunction<String> most;
    private final Map<String, Integer> taken = new HashMap<>();

    /** @param most the bound of a connection */
    Slots(ToIntFunction<String> most) {
        this.most = most;
    }

    /** The connections that take no further call now. */
    synchronized Set<String> full() {
        return taken.entrySet().stream()
                .filter(use -> use.getValue() >= most.applyAsInt(use.getKey()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    Slot none() {
        return new Slot();
    }

    private synchronized boolean take(String connection) {
        int used = taken.getOrDefault(connection, 0);
        if (used >= most.applyAsInt(connection)) {
            return false;
        }
        taken.merge(connection, 1, Integer::sum);
        return true;
    }

    private synchronized void giveBack(String connection) {
        taken.merge(connection, -1, Integer::sum);
    }

    /** At most one slot at a time. Belongs to one thread. */
    final class Slot {

        private Optional<String> held = Optional.empty();

        /** Takes a slot of the connection in place of the one held; what goes to none needs none. False when it is full. */
        boolean take(Optional<String> connection) {
            giveBack();
            if (connection.isPresent() && !Slots.this.take(connection.get())) {
                return false;
            }
            held = connection;
            return true;
        }

        void giveBack() {
            held.ifPresent(Slots.this::giveBack);
            held = Optional.empty();
        }
    }
}
