package io.orderweave.tck.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.channel.ChannelId;
import io.orderweave.connection.Lookup;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.TrackingUpdates;
import io.orderweave.connector.TrackingUpdates.TrackingUpdate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The clauses of {@link TrackingUpdates}. A part of {@link ChannelConnectorTck}. */
public abstract class TrackingUpdatesTck extends WriteGroup {

    @Override
    Facet facet() {
        return Facet.TRACKING_UPDATES;
    }

    @Override
    WriteAnswer send(String orderId) {
        return updates().add(update(orderId, "inpost", "KIT000000001PL"));
    }

    @Override
    Optional<Lookup> find(String orderId) {
        return Optional.of(updates().find(update(orderId, "inpost", "KIT000000001PL")));
    }

    @Test
    void anOrderMayHaveSeveralParcels() {
        String order = order();
        send(order);

        TrackingUpdate second = update(order, "inpost", "KIT000000002PL");

        if (channel().repeats().contains(facet())) {
            assertThat(updates().find(second)).isInstanceOf(Lookup.Absent.class);
        }
        assertThat(updates().add(second)).isInstanceOf(WriteAnswer.Applied.class);
        assertThat(landed(order)).isEqualTo(2);
    }

    @Test
    void aCourierTheChannelDoesNotKnowIsNoObstacle() {
        String order = order();

        assertThat(updates().add(update(order, "kit-riders", "KIT000000003PL")))
                .isInstanceOf(WriteAnswer.Applied.class);
        assertThat(landed(order)).isEqualTo(1);
    }

    @Test
    void aNumberTooLongIsRefusedAndNotCut() {
        String order = order();
        TrackingUpdate endless = update(order, "inpost", "K".repeat(600));

        WriteAnswer answer = updates().add(endless);

        if (answer instanceof WriteAnswer.Rejected) {
            assertThat(landed(order)).isZero();
        } else {
            assertThat(updates().find(endless)).isInstanceOf(Lookup.Found.class);
        }
    }

    private static TrackingUpdate update(String order, String courier, String number) {
        return new TrackingUpdate(order, new ChannelId(courier), number, Map.of());
    }

    private TrackingUpdates updates() {
        return connector.trackingUpdates().orElseThrow();
    }
}
