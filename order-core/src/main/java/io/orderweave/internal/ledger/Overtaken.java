package io.orderweave.internal.ledger;

import io.orderweave.effect.EffectKey;

/** Somebody else has settled the effect since: the engine's closing, another node after an expired lease, a person. */
final class Overtaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Overtaken(EffectKey key) {
        super("effect " + key + " was settled by somebody else");
    }
}
