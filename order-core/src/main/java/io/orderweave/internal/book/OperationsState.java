package io.orderweave.internal.book;

import io.orderweave.connection.ConnectionId;
import io.orderweave.effect.Effect;
import io.orderweave.effect.Pause;
import io.orderweave.effect.RecoveryState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What operators have decided about the ledger as a whole; the same for every node. */
public record OperationsState(List<Pause> pauses, Optional<RecoveryState> recovery) {

    static final OperationsState NONE = new OperationsState(List.of(), Optional.empty());

    public OperationsState {
        pauses = List.copyOf(pauses);
    }

    /** The pause that holds up the effect. */
    public Optional<Pause> pauseOf(Effect effect) {
        return pauses.stream().filter(pause -> pause.covers(effect)).findFirst();
    }

    Optional<Pause> find(Pause concerned) {
        return pauses.stream().filter(concerned::concerns).findFirst();
    }

    OperationsState with(Pause pause) {
        List<Pause> more = new ArrayList<>(pauses);
        more.add(pause);
        return new OperationsState(more, recovery);
    }

    OperationsState without(Pause pause) {
        return new OperationsState(
                pauses.stream().filter(other -> !other.concerns(pause)).toList(), recovery);
    }

    OperationsState with(RecoveryState state) {
        return new OperationsState(pauses, Optional.of(state));
    }

    /** The recovery that goes on. */
    public Optional<RecoveryState> openRecovery() {
        return recovery.filter(state -> !state.isFinished());
    }

    /** Whether an open recovery still waits for the connection's intake. */
    boolean awaits(ConnectionId connection) {
        return openRecovery()
                .filter(open -> !open.pulled().contains(connection))
                .isPresent();
    }

    OperationsState pulled(ConnectionId connection) {
        RecoveryState open = openRecovery().orElseThrow();
        Set<ConnectionId> more = new HashSet<>(open.pulled());
        more.add(connection);
        return with(new RecoveryState(open.since(), open.begunAt(), more, open.documentsComplete(), open.finishedAt()));
    }
}
