package io.orderweave.internal.explain;

import io.orderweave.internal.effects.AskedRefunds;
import io.orderweave.order.Order;
import io.orderweave.text.Message;
import java.util.Optional;

/** What of an order's money went back already, and so cannot again. Pure. */
final class RefundReasons {

    private RefundReasons() {}

    static Optional<Message> of(Order order, AskedRefunds asked) {
        return asked.left().isPositive()
                ? Optional.empty()
                : Optional.of(Message.of(
                        "obstacle.refunded",
                        "paid",
                        order.progress().paid(),
                        "refunded",
                        order.progress().refunded(),
                        "asked",
                        asked.open()));
    }
}
