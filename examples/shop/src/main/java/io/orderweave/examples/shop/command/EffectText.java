package io.orderweave.examples.shop.command;

import io.orderweave.effect.Effect;
import java.io.PrintWriter;
import java.util.List;

/** Effects as text. */
final class EffectText {

    private EffectText() {}

    /** In one line. */
    static String of(Effect effect) {
        return effect.key() + " " + effect.state() + rest(effect);
    }

    static void list(List<Effect> effects, String indent, PrintWriter out) {
        Table table = new Table();
        effects.forEach(effect -> table.row(effect.state().toString(), effect.key() + rest(effect)));
        table.print(indent, out);
    }

    private static String rest(Effect effect) {
        return effect.due().map(due -> ", due " + Moments.of(due)).orElse("")
                + effect.reason().map(reason -> ", " + reason).orElse("");
    }
}
