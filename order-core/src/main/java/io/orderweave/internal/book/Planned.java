package io.orderweave.internal.book;

import io.orderweave.effect.Cause;
import io.orderweave.effect.Origin;
import io.orderweave.effect.PlannedEffect;
import java.util.List;

/** An effect to be planned, with everything that led to it. */
public record Planned(PlannedEffect effect, List<Cause> causes, Origin origin) {

    public Planned {
        causes = List.copyOf(causes);
    }
}
