package io.orderweave.tck.channel;

import static org.junit.jupiter.api.Assumptions.abort;

import io.orderweave.channel.ChannelId;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.StatusUpdates.StatusUpdate;
import io.orderweave.connector.TrackingUpdates.TrackingUpdate;
import io.orderweave.order.StatusIntent;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One write about an order, whichever the connector has, for what holds for all of them alike. */
record AnyWrite(Facet facet, Function<String, WriteAnswer> sending) {

    static AnyWrite of(ChannelGroup group) {
        ChannelConnector connector = group.connector;
        if (connector.trackingUpdates().isPresent()) {
            return new AnyWrite(
                    Facet.TRACKING_UPDATES,
                    order -> connector
                            .trackingUpdates()
                            .orElseThrow()
                            .add(new TrackingUpdate(order, new ChannelId("inpost"), "KIT000000009PL", Map.of())));
        }
        if (connector.statusUpdates().isPresent()) {
            StatusIntent intent =
                    connector.statusUpdates().get().supported().iterator().next();
            return new AnyWrite(
                    Facet.STATUS_UPDATES,
                    order -> connector
                            .statusUpdates()
                            .orElseThrow()
                            .update(new StatusUpdate(order, Optional.empty(), intent, true)));
        }
        return abort("the connector claims neither status nor tracking updates");
    }

    WriteAnswer send(String order) {
        return sending.apply(order);
    }
}
