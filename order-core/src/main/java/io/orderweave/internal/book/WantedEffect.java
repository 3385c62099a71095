package io.orderweave.internal.book;

import io.orderweave.connection.ConnectionId;
import io.orderweave.effect.Cause;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.Origin;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.id.RuleId;
import io.orderweave.rule.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An effect that one or more rules of one change want. */
final class WantedEffect {

    private final PlannedEffect effect;
    private final Origin origin;
    private final boolean mayRearm;
    private final List<Cause> causes = new ArrayList<>();
    private final List<Wisher> wishers = new ArrayList<>();
    private Optional<Decision.Fate> fate = Optional.empty();
    private boolean contradictory;

    WantedEffect(PlannedEffect effect, Origin origin, boolean mayRearm) {
        this.effect = effect;
        this.origin = origin;
        this.mayRearm = mayRearm;
    }

    /** One more wants it: the same content is one more cause, other content a contradiction. */
    void join(PlannedEffect other, Cause cause, Optional<Wisher> wisher) {
        if (fate.isPresent()) {
            // Settled already in this change: for the late one it is there.
            wisher.ifPresent(late -> late.decision().wish(late.rule(), key(), Decision.Fate.DUPLICATE));
            return;
        }
        contradictory |= !effect.payload().equals(other.payload())
                || !effect.connection().equals(other.connection());
        causes.add(cause);
        wisher.ifPresent(wishers::add);
    }

    void settled(Decision.Fate settled) {
        fate = Optional.of(settled);
        wishers.forEach(wisher -> wisher.decision().wish(wisher.rule(), key(), settled));
    }

    boolean isContradictory() {
        return contradictory;
    }

    EffectKey key() {
        return effect.key();
    }

    Optional<ConnectionId> connection() {
        return effect.connection();
    }

    List<RuleId> rules() {
        return wishers.stream().map(Wisher::rule).distinct().toList();
    }

    /** Why it is wanted first. */
    Cause cause() {
        return causes.get(0);
    }

    Origin origin() {
        return origin;
    }

    PlannedEffect effect() {
        return effect;
    }

    Planned planned(List<EffectKey> behind) {
        return new Planned(effect, causes, origin, behind, mayRearm);
    }
}
