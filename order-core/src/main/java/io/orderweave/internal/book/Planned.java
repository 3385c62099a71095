package io.orderweave.internal.book;

import io.orderweave.effect.Cause;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.Origin;
import io.orderweave.effect.PlannedEffect;
import java.util.List;

/**
 * An effect to be planned, with everything that led to it.
 *
 * @param behind what goes first, if it goes at all
 * @param mayRearm whether an effect of that key that was refused or cancelled is armed again
 */
public record Planned(
        PlannedEffect effect, List<Cause> causes, Origin origin, List<EffectKey> behind, boolean mayRearm) {

    public Planned {
        causes = List.copyOf(causes);
        behind = List.copyOf(behind);
    }
}
