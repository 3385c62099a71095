package io.orderweave.internal.hub;

import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.Effects;

/** Tells a second click from a first. */
final class Asked {

    private Asked() {}

    /** Whether asking for the effect again would change nothing: it is there, and asking would not arm it again. */
    static boolean before(Effects effects, EffectKey key) {
        return effects.find(key)
                .filter(effect -> effect.state() != EffectState.REJECTED)
                .filter(effect -> effect.state() != EffectState.CANCELLED || effect.cancelledByPerson())
                .isPresent();
    }
}
