package io.orderweave.internal.explain;

import io.orderweave.internal.effects.AskedRefunds;
import io.orderweave.order.Order;
import java.util.Optional;

/** What of an order's money went back already, and so cannot again. Pure. */
final class RefundReasons {

    private RefundReasons() {}

    static Optional<String> of(Order order, AskedRefunds asked) {
        if (order.connection().isEmpty()) {
            return Optional.of("the order came by no channel, which would have to pay it back");
        }
        return asked.left().isPositive()
                ? Optional.empty()
                : Optional.of(
                        "nothing is left to pay back: of " + order.progress().paid() + " paid, "
                                + order.progress().refunded() + " is paid back and " + asked.open() + " asked for");
    }
}
