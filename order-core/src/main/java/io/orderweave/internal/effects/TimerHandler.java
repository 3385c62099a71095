package io.orderweave.internal.effects;

import io.orderweave.effect.EffectContext;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.LocalEffectHandler;
import io.orderweave.order.Order;
import java.util.List;
import java.util.Optional;

/** Raises {@code timer.elapsed} when the time has come and the order's way has not ended. */
public final class TimerHandler implements LocalEffectHandler {

    @Override
    public EffectKind kind() {
        return EffectKind.TIMER;
    }

    @Override
    public boolean irreversible() {
        return false;
    }

    @Override
    public LocalOutcome perform(EffectContext context) {
        Order order = context.order();
        if (order.phase().isFinal()) {
            return new LocalOutcome.NotWanted("order " + order.id() + " is " + order.phase());
        }
        String timer = context.effect().payload().get("timer").asText();
        context.change(it -> new EffectContext.Outcome(it, List.of(new EffectEvent.TimerElapsed(timer))));
        return new LocalOutcome.Done(Optional.empty());
    }
}
