package io.orderweave.effect;

import io.orderweave.connection.ConnectionId;
import java.time.Instant;
import java.util.Optional;

/**
 * How many effects of one kind, connection and state wait for something: for metrics and alerts.
 *
 * @param connection empty for local kinds
 * @param oldest when the oldest of them was planned
 */
public record Backlog(
        EffectKind kind, Optional<ConnectionId> connection, EffectState state, long count, Instant oldest) {}
