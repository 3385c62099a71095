package io.orderweave.order;

import java.util.List;
import java.util.Optional;

/**
 * One page of orders.
 *
 * @param next for {@link OrderQuery#after()}; empty when there is nothing more
 */
public record OrderPage(List<Order> orders, Optional<String> next) {

    public OrderPage {
        orders = List.copyOf(orders);
    }
}
