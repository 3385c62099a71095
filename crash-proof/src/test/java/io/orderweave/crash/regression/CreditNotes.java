package io.orderweave.crash.regression;

import io.orderweave.effect.EffectContext;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.LocalEffectHandler;
import io.orderweave.order.LineProgress;
import io.orderweave.order.Order;
import io.orderweave.order.OrderLine;
import io.orderweave.order.Progress;
import java.util.List;
import java.util.Optional;

/** Credits all that was invoiced, as far as the order's progress tells of it. Stands in until credit notes are documents. */
final class CreditNotes implements LocalEffectHandler {

    static final EffectKind KIND = new EffectKind("credit");

    @Override
    public EffectKind kind() {
        return KIND;
    }

    @Override
    public boolean irreversible() {
        return true;
    }

    @Override
    public LocalOutcome perform(EffectContext context) {
        context.change(order -> new EffectContext.Outcome(
                credited(order),
                List.of(new EffectEvent.EffectDone(context.effect().key()))));
        return new LocalOutcome.Done(Optional.empty());
    }

    private static Order credited(Order order) {
        Progress progress = order.progress();
        for (OrderLine line : order.lines()) {
            progress = progress.withLine(line.id(), before -> {
                LineProgress.Builder after = LineProgress.builder();
                after.from(before);
                return after.credited(before.invoiced()).build();
            });
        }
        return order.toBuilder()
                .progress(progress.toBuilder()
                        .creditedCharges(progress.invoicedCharges())
                        .credited(order.total())
                        .build())
                .build();
    }
}
