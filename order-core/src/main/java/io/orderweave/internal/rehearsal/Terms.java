package io.orderweave.internal.rehearsal;

import io.orderweave.effect.EffectKind;
import io.orderweave.internal.book.Setup;
import io.orderweave.internal.json.Upcasts;
import java.time.Instant;
import java.util.Set;

/**
 * What is rehearsed.
 *
 * @param setup the configuration in force, with the rules to rehearse
 * @param shapes how older shapes of an order are read
 * @param irreversible the kinds that a hold blocks
 * @param from what happened before stays as it was
 * @param to what happens from then on is left out
 */
public record Terms(Setup setup, Upcasts shapes, Set<EffectKind> irreversible, Instant from, Instant to) {

    public Terms {
        irreversible = Set.copyOf(irreversible);
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a rehearsal cannot end at " + to + " before it begins at " + from);
        }
    }
}
