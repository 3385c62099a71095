package io.orderweave.internal.ledger;

import io.orderweave.effect.EffectContext;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.LocalEffectHandler;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;

/** A local kind that a test scripts: each performance takes the next outcome; without one it is done. */
final class ScriptedLocal implements LocalEffectHandler {

    final Deque<Function<EffectContext, LocalOutcome>> outcomes = new ArrayDeque<>();
    final EffectKind kind;
    boolean irreversible = true;
    boolean spendsNumber;
    int performed;

    ScriptedLocal(EffectKind kind) {
        this.kind = kind;
    }

    void answer(LocalOutcome outcome) {
        outcomes.add(context -> outcome);
    }

    @Override
    public EffectKind kind() {
        return kind;
    }

    @Override
    public boolean irreversible() {
        return irreversible;
    }

    @Override
    public boolean spendsNumber() {
        return spendsNumber;
    }

    @Override
    public LocalOutcome perform(EffectContext context) {
        performed++;
        return outcomes.isEmpty()
                ? new LocalOutcome.Done(Optional.of("L" + performed))
                : outcomes.remove().apply(context);
    }
}
