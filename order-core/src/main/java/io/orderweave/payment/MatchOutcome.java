package io.orderweave.payment;

import io.orderweave.id.OrderId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What matching a bank transaction came to. */
public sealed interface MatchOutcome {

    /** For people, in one sentence: ids and codes, nothing of what the payer wrote. */
    String summary();

    /** Exactly one order. */
    record Matched(OrderId order, MatchCriterion criterion) implements MatchOutcome {

        @Override
        public String summary() {
            return "order " + order + " by " + criterion;
        }
    }

    /** A criterion gave more than one order: shown to a person, never decided by a weaker one. */
    record Ambiguous(MatchCriterion criterion, Set<OrderId> orders) implements MatchOutcome {

        public Ambiguous {
            orders = Collections.unmodifiableSet(new TreeSet<>(orders));
        }

        @Override
        public String summary() {
            return criterion + " names more than one order: " + orders;
        }
    }

    /** One order was found, and the money does not fit it. */
    record Unfit(OrderId order, MatchCriterion criterion, Reason reason) implements MatchOutcome {

        @Override
        public String summary() {
            return "order " + order + " by " + criterion + ", but " + reason;
        }
    }

    /** No criterion gave an order. {@code tried} are the references looked for, words of the payer's among them; not printed. */
    record NotFound(List<String> tried) implements MatchOutcome {

        public NotFound {
            tried = List.copyOf(tried);
        }

        @Override
        public String summary() {
            return "no order is named; references looked for: " + tried.size();
        }

        @Override
        public String toString() {
            return "NotFound[" + tried.size() + " tried]";
        }
    }

    /** Why the money does not fit. */
    enum Reason {
        WRONG_CURRENCY,
        ALREADY_PAID,
        ORDER_CANCELLED
    }
}
