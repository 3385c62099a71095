package io.orderweave.journal;

import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.event.Subject;
import io.orderweave.id.OrderId;
import io.orderweave.order.Order;
import io.orderweave.rule.Decision;
import java.util.List;
import java.util.Optional;

/** The journal as hosts read it. Thread-safe. */
public interface Journal {

    /** The entries of one subject from a sequence on, ascending, at most {@code limit}. */
    List<JournalEntry> history(Subject subject, long from, int limit);

    /** The order as it was after the entry of that sequence. */
    Optional<Order> orderAt(OrderId order, long sequence);

    /** The recorded decisions of one subject, oldest first. */
    List<Decision> decisions(Subject subject);

    /**
     * Why an effect is in the ledger.
     *
     * @throws io.orderweave.error.OrderweaveException (NOT_FOUND) when there is no such effect
     */
    Why why(EffectKey effect);

    /**
     * Why an order has no effect of that kind, or why it is not done; computed now, by the rules in force.
     *
     * @throws io.orderweave.error.OrderweaveException (NOT_FOUND) when there is no such order
     */
    WhyNot whyNot(OrderId order, EffectKind kind);
}
