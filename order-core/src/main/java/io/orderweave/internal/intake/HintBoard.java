package io.orderweave.internal.intake;

import io.orderweave.channel.ExternalRef;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connector.InboundEndpoint.Hint;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What channels hinted at and nobody has looked at yet. Kept in memory only: a hint that is lost costs nothing but time, for the next pull
 * brings what it was about. Thread-safe.
 */
public final class HintBoard {

    /** Of one connection. To pull everything new is cheaper than to read more orders one by one. */
    static final int MOST_ORDERS = 100;

    private final Map<ConnectionId, Set<String>> orders = new LinkedHashMap<>();
    private final Set<ConnectionId> everything = new LinkedHashSet<>();

    /**
     * What was hinted at.
     *
     * @param everything connections to pull
     * @param orders ids of orders at their channels, of the other connections
     */
    record Hinted(Set<ConnectionId> everything, Map<ConnectionId, Set<String>> orders) {}

    /** Notes hints; one that is there already is not noted twice. */
    synchronized void note(ConnectionId connection, List<Hint> hints) {
        for (Hint hint : hints) {
            if (hint instanceof Hint.OrderChanged changed) {
                noteOrder(connection, changed.externalId());
            } else if (hint instanceof Hint.OrdersChanged) {
                noteEverything(connection);
            }
            // Returns and offers are in no feed that the order book reads.
        }
    }

    synchronized void noteOrder(ConnectionId connection, String externalId) {
        if (everything.contains(connection)) {
            return;
        }
        Set<String> named = orders.computeIfAbsent(connection, key -> new LinkedHashSet<>());
        if (!ExternalRef.isPossible(externalId) || named.size() == MOST_ORDERS && !named.contains(externalId)) {
            noteEverything(connection);
        } else {
            named.add(externalId);
        }
    }

    synchronized void noteEverything(ConnectionId connection) {
        everything.add(connection);
        orders.remove(connection);
    }

    /** Takes everything off the board. */
    synchronized Hinted take() {
        Hinted taken = new Hinted(new LinkedHashSet<>(everything), new LinkedHashMap<>(orders));
        everything.clear();
        orders.clear();
        return taken;
    }
}
