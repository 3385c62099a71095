package io.orderweave.payment;

import io.orderweave.id.OrderId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What matching a bank transaction came to. */
public sealed interface MatchOutcome {

    /** Exactly one order. */
    record Matched(OrderId order, MatchCriterion criterion) implements MatchOutcome {}

    /** A criterion gave more than one order: shown to a person, never decided by a weaker one. */
    record Ambiguous(MatchCriterion criterion, Set<OrderId> orders) implements MatchOutcome {

        public Ambiguous {
            orders = Collections.unmodifiableSet(new TreeSet<>(orders));
        }
    }

    /** One order was found, and the money does not fit it. */
    record Unfit(OrderId order, MatchCriterion criterion, Reason reason) implements MatchOutcome {}

    /** No criterion gave an order. {@code tried} are the references looked for. */
    record NotFound(List<String> tried) implements MatchOutcome {

        public NotFound {
            tried = List.copyOf(tried);
        }
    }

    /** Why the money does not fit. */
    enum Reason {
        WRONG_CURRENCY,
        ALREADY_PAID,
        ORDER_CANCELLED
    }
}
