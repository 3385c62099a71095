package io.orderweave.internal.hub;

import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.Mode;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.internal.book.Setup;
import io.orderweave.order.Order;

/** Where a command of a person goes that only an order's channel can carry out. */
final class ChannelOf {

    private ChannelOf() {}

    /**
     * The order's connection. One that only observes is refused: the person would wait for what never comes.
     *
     * @param what the channel is to do, after "to"
     */
    static ConnectionId connection(Order order, Setup setup, String what) {
        ConnectionId connection = order.connection()
                .orElseThrow(() -> invalid("order " + order.id() + " came by no channel, which would have to " + what));
        setup.connection(connection);
        if (setup.onlyObserves(order)) {
            throw invalid(
                    "connection " + connection + " is " + Mode.OBSERVE + ": its channel will not be asked to " + what);
        }
        return connection;
    }

    private static OrderweaveException invalid(String message) {
        return new OrderweaveException(FaultCategory.INVALID_REQUEST, message);
    }
}
