package io.orderweave.benchmarks;

import io.orderweave.order.Order;
import java.math.BigDecimal;

/**
 * An order with the accessors that Drools expects. Reads only what is asked for, as the engine does. Public: the code that Drools makes
 * of rules lies in a package of its own.
 */
public final class DroolsOrder {

    private final Order order;

    DroolsOrder(Order order) {
        this.order = order;
    }

    /** The shop's code. */
    public String getPaymentMethod() {
        return order.payment().method().orElse("");
    }

    /** How far it is paid. */
    public String getPaymentState() {
        return order.axes().payment().name();
    }

    /** Of the total. */
    public String getCurrency() {
        return order.total().currency().getCurrencyCode();
    }

    /** In the order's currency. */
    public BigDecimal getTotal() {
        return order.total().amount();
    }
}
