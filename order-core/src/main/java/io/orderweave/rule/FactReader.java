package io.orderweave.rule;

import io.orderweave.order.Order;
import java.util.Optional;

/**
 * Reads a fact that lies beside an order, for rules that name its field: how many orders the buyer placed before, what the goods weigh.
 * Hosts implement it and give it to {@link io.orderweave.OrderHubBuilder#ruleFact}. May read databases and call services; must be
 * thread-safe and must have no effects.
 *
 * <p>Called only when a rule comes so far as to ask for the field, with no transaction of the hub's open, at most once for each order
 * and change; the change waits for the answer, which is recorded in the journal. What may take long should answer from a cache.
 *
 * @param <T> what the field's value is in Java
 */
@FunctionalInterface
public interface FactReader<T> {

    /**
     * Reads the fact.
     *
     * @param order as it was when the rule asked: its change is not stored yet, and a new order not found in the book
     * @return empty when there is none, and that is known
     * @throws Exception when it cannot be read now: the field is unknown, the decision records the exception's class and nothing of what
     *     it says, and the order is held
     */
    Optional<T> read(Order order) throws Exception;
}
