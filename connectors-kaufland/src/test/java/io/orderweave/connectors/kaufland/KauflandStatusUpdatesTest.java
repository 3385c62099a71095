package io.orderweave.connectors.kaufland;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.channel.ChannelId;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.StatusUpdates;
import io.orderweave.connector.StatusUpdates.StatusUpdate;
import io.orderweave.connector.TrackingUpdates.TrackingUpdate;
import io.orderweave.order.StatusIntent;
import io.orderweave.simulator.Fault;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KauflandStatusUpdatesTest {

    private final SimulatedKaufland world = new SimulatedKaufland();
    private final StatusUpdates updates = world.connector.statusUpdates().orElseThrow();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void releasesWhatIsOpen() {
        String order = world.kaufland.buyers().place(SimulatedKaufland.order());

        assertThat(updates.update(update(order, StatusIntent.PROCESSING, false)))
                .isInstanceOf(WriteAnswer.Applied.class);

        assertThat(world.kaufland.counters().order(order).statuses()).containsOnly("need_to_be_sent");
        assertThat(updates.update(update(order, StatusIntent.PROCESSING, false)))
                .isInstanceOf(WriteAnswer.AlreadyApplied.class);
    }

    @Test
    void marksAsSentWithoutANumberWhatNoParcelMarked() {
        String order = world.kaufland.buyers().placeReady(SimulatedKaufland.order());
        world.connector
                .trackingUpdates()
                .orElseThrow()
                .add(new TrackingUpdate(order, new ChannelId("dhl"), "n-1", Map.of(world.line(order, 3), 1)));

        assertThat(updates.update(update(order, StatusIntent.SHIPPED, true))).isInstanceOf(WriteAnswer.Applied.class);

        assertThat(world.kaufland.counters().order(order).statuses()).containsOnly("sent");
        assertThat(world.kaufland.counters().order(order).units().get(0).parcelsByNumber())
                .isEmpty();
        assertThat(world.kaufland.counters().order(order).units().get(3).parcelsByNumber())
                .containsOnlyKeys("n-1");
    }

    @Test
    void leavesAnOrderThatIsShippedInPartToItsParcels() {
        String order = world.kaufland.buyers().placeReady(SimulatedKaufland.order());

        assertThat(updates.update(update(order, StatusIntent.SHIPPED, false))).isInstanceOf(WriteAnswer.Rejected.class);
        world.kaufland.platform().setUnitStatus(world.units(order).get(0), "sent");
        assertThat(updates.update(update(order, StatusIntent.SHIPPED, false)))
                .isInstanceOf(WriteAnswer.AlreadyApplied.class);

        assertThat(world.kaufland.counters().order(order).statuses()).containsOnlyOnce("sent");
    }

    @Test
    void writesOnlyWhatIsMissingAfterAnInterruption() {
        String order = world.kaufland.buyers().placeReady(SimulatedKaufland.order());
        long third = world.units(order).get(2);
        world.kaufland
                .faults()
                .on("PATCH", "/v2/order-units/" + third + "/send")
                .once(Fault.cutAfterWrite());

        assertThatThrownBy(() -> updates.update(update(order, StatusIntent.SHIPPED, true)))
                .isInstanceOf(OutsideFault.class);
        world.newRequests();
        assertThat(updates.update(update(order, StatusIntent.SHIPPED, true))).isInstanceOf(WriteAnswer.Applied.class);

        assertThat(world.newRequests())
                .filteredOn(request -> request.endsWith("/send"))
                .hasSize(1);
        assertThat(world.kaufland.counters().order(order).refusals()).isEmpty();
    }

    @Test
    void doesNotSendWhatIsNotReleasedAndNothingOfACancelledOrder() {
        String open = world.kaufland.buyers().place(SimulatedKaufland.order());
        String cancelled = world.kaufland.buyers().place(SimulatedKaufland.order());
        world.kaufland.buyers().cancel(cancelled);

        assertThat(updates.update(update(open, StatusIntent.SHIPPED, true))).isInstanceOf(WriteAnswer.Rejected.class);
        assertThat(updates.update(update(cancelled, StatusIntent.SHIPPED, true)))
                .isInstanceOf(WriteAnswer.Rejected.class);
        assertThat(updates.update(update("MNOSUCH", StatusIntent.PROCESSING, true)))
                .isInstanceOf(WriteAnswer.Rejected.class);

        assertThat(world.newRequests())
                .filteredOn(request -> request.startsWith("PATCH"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(StatusIntent.class)
    void supportsWhatItSaysAndNothingElse(StatusIntent intent) {
        String order = world.kaufland.buyers().placeReady(SimulatedKaufland.order());

        WriteAnswer answer = updates.update(update(order, intent, true));

        assertThat(answer instanceof WriteAnswer.Rejected)
                .isEqualTo(!updates.supported().contains(intent));
    }

    private static StatusUpdate update(String order, StatusIntent intent, boolean allShipped) {
        return new StatusUpdate(order, Optional.empty(), intent, allShipped);
    }
}
