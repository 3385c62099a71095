package io.orderweave.internal.book;

import io.orderweave.effect.Cause;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.Origin;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.event.Subject;
import io.orderweave.rule.Decision;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The effects that one change wants, by key, until the ledger has taken them. */
final class WantedEffects {

    private final EffectPlanner planner;
    private final Map<EffectKey, WantedEffect> wanted = new LinkedHashMap<>();
    private final Deque<WantedEffect> unsettled = new ArrayDeque<>();

    WantedEffects(EffectPlanner planner) {
        this.planner = planner;
    }

    /** Somebody wants an effect; what is wanted already gets one more cause. */
    void want(PlannedEffect effect, Cause cause, Origin origin, Optional<Wisher> wisher, boolean mayRearm) {
        WantedEffect known = wanted.get(effect.key());
        if (known == null) {
            known = new WantedEffect(effect, origin, mayRearm);
            wanted.put(effect.key(), known);
            unsettled.add(known);
        }
        known.join(effect, cause, wisher);
    }

    boolean areSettled() {
        return unsettled.isEmpty();
    }

    /** Takes out one that is wanted with different contents. */
    Optional<WantedEffect> nextContradiction() {
        Optional<WantedEffect> conflict =
                unsettled.stream().filter(WantedEffect::isContradictory).findFirst();
        conflict.ifPresent(unsettled::remove);
        return conflict;
    }

    /**
     * Plans what is wanted and contradicts nothing, together.
     *
     * @param isObserved whether an effect is only recorded
     * @return what was armed again
     */
    List<WantedEffect> planAgreed(Predicate<WantedEffect> isObserved) {
        List<WantedEffect> agreed = List.copyOf(unsettled);
        unsettled.clear();
        List<WantedEffect> toPlan = new ArrayList<>();
        for (WantedEffect effect : agreed) {
            if (isObserved.test(effect)) {
                effect.settled(Decision.Fate.OBSERVED);
            } else {
                toPlan.add(effect);
            }
        }
        List<Decision.Fate> fates = planner.plan(
                toPlan.stream().map(effect -> effect.planned(goFirst(effect))).toList());
        List<WantedEffect> rearmed = new ArrayList<>();
        for (int i = 0; i < toPlan.size(); i++) {
            toPlan.get(i).settled(fates.get(i));
            if (fates.get(i) == Decision.Fate.REARMED) {
                rearmed.add(toPlan.get(i));
            }
        }
        return rearmed;
    }

    /** That an order is on its way is not told before its tracking numbers. */
    private List<EffectKey> goFirst(WantedEffect effect) {
        if (!Dispatch.isToldBy(effect.key(), effect.effect().payload())) {
            return List.of();
        }
        Subject subject = effect.key().subject();
        Set<EffectKey> tracking = new LinkedHashSet<>(planner.pending(subject, EffectKind.TRACKING));
        wanted.keySet().stream()
                .filter(key ->
                        key.kind().equals(EffectKind.TRACKING) && key.subject().equals(subject))
                .forEach(tracking::add);
        return List.copyOf(tracking);
    }
}
