package io.orderweave.internal.book;

import io.orderweave.connection.ConnectionId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which connections are stopped because the other side refuses our credentials: nothing is sent until a person acts. Kept by each
 * node for itself; a new node finds out with its first call. Thread-safe.
 */
public final class ConnectionHealth {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionHealth.class);

    private final Map<ConnectionId, String> stopped = new ConcurrentHashMap<>();

    /** Stops the connection; {@code reason} tells a person what to do. */
    public void stop(ConnectionId connection, String reason) {
        stopped.put(connection, reason);
        LOG.warn("Connection {} is stopped until somebody acts: {}", connection, reason);
    }

    public void resume(ConnectionId connection) {
        stopped.remove(connection);
    }

    public Optional<String> stopped(ConnectionId connection) {
        return Optional.ofNullable(stopped.get(connection));
    }
}
