package io.orderweave.internal.effects;

import io.orderweave.id.LineId;
import io.orderweave.order.Order;
import java.util.Map;
import java.util.Optional;

/** Covers on paper, for rehearsals: the order as a shipment of everything left would leave it. Pure. */
public final class PaperCover {

    private PaperCover() {}

    /** Empty when nothing is left to ship. */
    public static Optional<Order> shipped(Order order) {
        Map<LineId, Integer> pieces = Cover.unshipped(order);
        return pieces.isEmpty()
                ? Optional.empty()
                : Optional.of(order.toBuilder()
                        .progress(Cover.shipped(order.progress(), pieces))
                        .build());
    }
}
