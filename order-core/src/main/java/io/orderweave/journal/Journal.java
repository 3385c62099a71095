package io.orderweave.journal;

import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.event.Subject;
import io.orderweave.id.OrderId;
import io.orderweave.mapping.MappingSet;
import io.orderweave.order.Order;
import io.orderweave.rule.Decision;
import io.orderweave.rule.RuleSet;
import java.time.Instant;
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

    /**
     * Plays the shop's history again under another rule set: what came from outside (channels, payments, couriers, people) comes as it
     * was recorded, what rules, timers, effects and the mappings in force did is decided anew. Nothing is done and nothing is written. Order by order, in
     * bounded memory, on the calling thread; it may take minutes.
     *
     * @param from what happened before stays as it was
     * @param to what happens from then on is left out; not later than now
     * @throws io.orderweave.error.OrderweaveException (INVALID_CONFIGURATION) when something is wrong with the set
     */
    Rehearsal rehearse(RuleSet rules, Instant from, Instant to, RehearsalProgress progress);

    /**
     * As {@link #rehearse(RuleSet, Instant, Instant, RehearsalProgress)}, under other mappings than those in force too: which statuses
     * channels are told, and what milestones make of orders, is decided anew by them. What channels said stays as it was read when it came.
     *
     * @throws io.orderweave.error.OrderweaveException (INVALID_CONFIGURATION) when something is wrong with the set or the mappings
     */
    Rehearsal rehearse(RuleSet rules, MappingSet mappings, Instant from, Instant to, RehearsalProgress progress);

    /** As {@link #rehearse(RuleSet, Instant, Instant, RehearsalProgress)}, to its end. */
    default Rehearsal rehearse(RuleSet rules, Instant from, Instant to) {
        return rehearse(rules, from, to, RehearsalProgress.NONE);
    }

    /**
     * Plays the whole history of one order again.
     *
     * @throws io.orderweave.error.OrderweaveException (NOT_FOUND) when there is no such order
     */
    Rehearsal rehearse(RuleSet rules, OrderId order);
}
