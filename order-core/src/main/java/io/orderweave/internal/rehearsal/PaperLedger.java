package io.orderweave.internal.rehearsal;

import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.event.Subject;
import io.orderweave.internal.book.EffectPlanner;
import io.orderweave.internal.book.Planned;
import io.orderweave.rule.Decision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The ledger of one rehearsed order, on paper: the same keys, the same rules of planning and arming, and nothing that is done. */
final class PaperLedger implements EffectPlanner {

    private final Map<EffectKey, PaperEffect> effects = new LinkedHashMap<>();

    @Override
    public List<Decision.Fate> plan(List<Planned> wanted) {
        List<Decision.Fate> fates = new ArrayList<>();
        for (Planned planned : wanted) {
            fates.add(plan(planned));
        }
        return fates;
    }

    private Decision.Fate plan(Planned planned) {
        EffectKey key = planned.effect().key();
        Decision.Fate fate = fateOf(planned);
        if (fate == Decision.Fate.PLANNED) {
            effects.put(key, PaperEffect.planned(planned, true));
        } else if (fate == Decision.Fate.REARMED) {
            change(key, known -> known.rearmed(planned));
        }
        return fate;
    }

    @Override
    public Decision.Fate fateOf(Planned planned) {
        Optional<PaperEffect> known = find(planned.effect().key());
        if (known.isEmpty()) {
            return Decision.Fate.PLANNED;
        }
        return planned.mayRearm() && known.get().mayBeRearmed() ? Decision.Fate.REARMED : Decision.Fate.DUPLICATE;
    }

    /** An effect that was planned before the rehearsal begins. */
    void recorded(Effect effect) {
        PlannedEffect wish = Recorded.wish(effect);
        Planned planned = new Planned(wish, effect.causes(), effect.origin(), effect.behind(), true);
        effects.putIfAbsent(effect.key(), PaperEffect.planned(planned, false));
    }

    @Override
    public List<EffectKey> pending(Subject subject, EffectKind kind) {
        return effects.values().stream()
                .filter(effect -> effect.key().kind().equals(kind)
                        && effect.key().subject().equals(subject))
                .filter(effect -> effect.state() != EffectState.DONE && effect.state() != EffectState.CANCELLED)
                .map(PaperEffect::key)
                .toList();
    }

    @Override
    public List<EffectKey> withdraw(List<EffectKey> keys, String reason) {
        List<EffectKey> open = keys.stream()
                .filter(key -> find(key).filter(PaperEffect::isOpen).isPresent())
                .toList();
        open.forEach(key -> change(key, effect -> effect.in(EffectState.CANCELLED)));
        return open;
    }

    @Override
    public int arming(EffectKey key) {
        return find(key).map(PaperEffect::arming).orElse(1);
    }

    /** What waits on paper is looked at after every change anyway. */
    @Override
    public void wake(Subject subject) {}

    Optional<PaperEffect> find(EffectKey key) {
        return Optional.ofNullable(effects.get(key));
    }

    /** Changes an effect that is there; of one that is not, nothing is known. */
    void change(EffectKey key, UnaryOperator<PaperEffect> change) {
        effects.computeIfPresent(key, (same, effect) -> change.apply(effect));
    }

    Collection<PaperEffect> effects() {
        return effects.values();
    }

    /** Whether everything that must go before it has gone. */
    boolean isFree(PaperEffect effect) {
        return effect.wish().after().stream().allMatch(key -> is(key, EffectState.DONE))
                && effect.behind().stream()
                        .allMatch(key -> is(key, EffectState.DONE) || is(key, EffectState.CANCELLED));
    }

    private boolean is(EffectKey key, EffectState state) {
        return find(key).filter(effect -> effect.state() == state).isPresent();
    }
}
