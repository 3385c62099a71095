package io.orderweave.effect;

import io.orderweave.connection.ConnectionId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * How far a recovery has come.
 *
 * @param since the moment from which the restored backup knows nothing
 * @param begunAt by the stores' clock; tells one recovery from another
 * @param pulled connections whose intake was repeated
 * @param documentsComplete whether every document issued since has been handed in, or there were none
 * @param finishedAt empty while it goes on
 */
public record RecoveryState(
        Instant since,
        Instant begunAt,
        Set<ConnectionId> pulled,
        boolean documentsComplete,
        Optional<Instant> finishedAt) {

    public RecoveryState {
        pulled = Set.copyOf(pulled);
    }

    public boolean isFinished() {
        return finishedAt.isPresent();
    }

    /** Whether the effect may have been done in the time that was lost, and nobody has asked after it. */
    public boolean suspects(Effect effect) {
        return finishedAt.map(effect.createdAt()::isBefore).orElse(true)
                && !effect.recoveredIn().equals(Optional.of(begunAt));
    }
}
