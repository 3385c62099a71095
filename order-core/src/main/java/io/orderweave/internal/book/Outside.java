package io.orderweave.internal.book;

import io.orderweave.connection.ConnectionId;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.courier.Courier;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.payment.PaymentSource;
import java.util.Map;
import java.util.Optional;

/** The connectors of this hub by connection. */
public record Outside(
        Map<ConnectionId, ChannelConnector> channels,
        Map<ConnectionId, Courier> couriers,
        Map<ConnectionId, PaymentSource> paymentSources) {

    public Outside {
        channels = Map.copyOf(channels);
        couriers = Map.copyOf(couriers);
        paymentSources = Map.copyOf(paymentSources);
    }

    public Optional<ChannelConnector> channel(ConnectionId id) {
        return Optional.ofNullable(channels.get(id));
    }

    public Courier courier(ConnectionId id) {
        Courier courier = couriers.get(id);
        if (courier == null) {
            throw new OrderweaveException(
                    FaultCategory.NOT_FOUND, "no courier connection " + id + "; there are " + couriers.keySet());
        }
        return courier;
    }
}
