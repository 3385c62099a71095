package io.orderweave.effect;

import io.orderweave.connection.ConnectionId;
import io.orderweave.event.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * Nothing is sent to a connection, or nothing of a kind is done, until a person ends it. Holds for every node.
 *
 * @param connection the paused connection; empty when a kind is paused
 * @param kind the paused kind; empty when a connection is paused
 * @param reason for people
 */
public record Pause(
        Optional<ConnectionId> connection, Optional<EffectKind> kind, String reason, Actor by, Instant since) {

    public Pause {
        if (connection.isPresent() == kind.isPresent()) {
            throw new IllegalArgumentException("a pause is of a connection or of a kind");
        }
    }

    /** Whether it holds up the effect. */
    public boolean covers(Effect effect) {
        return (connection.isPresent() && connection.equals(effect.connection()))
                || kind.filter(effect.key().kind()::equals).isPresent();
    }

    /** Whether both are of the same connection or kind. */
    public boolean concerns(Pause other) {
        return connection.equals(other.connection) && kind.equals(other.kind);
    }

    /** What is paused, for messages. */
    public String what() {
        return connection.map(id -> "connection " + id).orElseGet(() -> "kind " + kind.orElseThrow());
    }
}
