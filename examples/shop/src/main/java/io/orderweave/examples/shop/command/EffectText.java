package io.orderweave.examples.shop.command;

import io.orderweave.effect.Effect;

/** An effect in one line. */
final class EffectText {

    private EffectText() {}

    static String of(Effect effect) {
        return effect.key() + " " + effect.state()
                + effect.due().map(due -> ", due " + Moments.of(due)).orElse("")
                + effect.reason().map(reason -> ", " + reason).orElse("");
    }
}
