package io.orderweave.internal.effects;

import io.orderweave.effect.EffectContext;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.LocalEffectHandler;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.TimerIntent;
import io.orderweave.internal.json.Json;
import io.orderweave.order.Order;
import java.util.List;
import java.util.Optional;

/** Raises an event when the time has come, if what the timer watches is still so. */
public final class TimerHandler implements LocalEffectHandler {

    private final Book book;

    public TimerHandler(Book book) {
        this.book = book;
    }

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
        TimerIntent intent = Json.read(context.effect().payload(), TimerIntent.class);
        Order order = context.order();
        Optional<String> obstacle = intent.obstacle(order, () -> book.documentsOf(order.id()));
        if (obstacle.isPresent()) {
            return new LocalOutcome.NotWanted(obstacle.get());
        }
        context.change(it -> new EffectContext.Outcome(it, List.of(intent.event())));
        return new LocalOutcome.Done(Optional.empty());
    }
}
