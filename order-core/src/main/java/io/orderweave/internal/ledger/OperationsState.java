package io.orderweave.internal.ledger;

import io.orderweave.effect.Effect;
import io.orderweave.effect.Pause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What operators have decided about the ledger as a whole; the same for every node. */
record OperationsState(List<Pause> pauses) {

    static final OperationsState NONE = new OperationsState(List.of());

    OperationsState {
        pauses = List.copyOf(pauses);
    }

    /** The pause that holds up the effect. */
    Optional<Pause> pauseOf(Effect effect) {
        return pauses.stream().filter(pause -> pause.covers(effect)).findFirst();
    }

    Optional<Pause> find(Pause concerned) {
        return pauses.stream().filter(concerned::concerns).findFirst();
    }

    OperationsState with(Pause pause) {
        List<Pause> more = new ArrayList<>(pauses);
        more.add(pause);
        return new OperationsState(more);
    }

    OperationsState without(Pause pause) {
        return new OperationsState(
                pauses.stream().filter(other -> !other.concerns(pause)).toList());
    }
}
