package io.orderweave.internal.intake;

import static io.orderweave.shipment.TrackingStatus.ANNOUNCED;
import static io.orderweave.shipment.TrackingStatus.CANCELLED;
import static io.orderweave.shipment.TrackingStatus.DELIVERED;
import static io.orderweave.shipment.TrackingStatus.DELIVERY_FAILED;
import static io.orderweave.shipment.TrackingStatus.IN_TRANSIT;
import static io.orderweave.shipment.TrackingStatus.LOST_OR_DESTROYED;
import static io.orderweave.shipment.TrackingStatus.OUT_FOR_DELIVERY;
import static io.orderweave.shipment.TrackingStatus.PICKED_UP;
import static io.orderweave.shipment.TrackingStatus.RETURNED;
import static io.orderweave.shipment.TrackingStatus.RETURNING;
import static io.orderweave.shipment.TrackingStatus.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.ConnectionId;
import io.orderweave.id.OrderId;
import io.orderweave.id.ShipmentId;
import io.orderweave.shipment.Destination;
import io.orderweave.shipment.Parcel;
import io.orderweave.shipment.Shipment;
import io.orderweave.shipment.TrackingEvent;
import io.orderweave.shipment.TrackingStatus;
import io.orderweave.testing.TestOrders;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrackingFoldTest {

    @Test
    void takesTheLatestScanHoweverUnorderedTheyAreTold() {
        assertThat(status(at(3, OUT_FOR_DELIVERY), at(1, PICKED_UP), at(2, IN_TRANSIT)))
                .isEqualTo(OUT_FOR_DELIVERY);
    }

    @Test
    void takesTheFurtherOfScansAtTheSameSecond() {
        assertThat(status(at(1, IN_TRANSIT), at(1, PICKED_UP))).isEqualTo(IN_TRANSIT);
    }

    @Test
    void staysTerminalWhateverUnfinishedComesLate() {
        for (TrackingStatus end : EnumSet.of(DELIVERED, RETURNED, CANCELLED)) {
            assertThat(status(at(1, end), at(2, IN_TRANSIT), at(3, DELIVERY_FAILED)))
                    .isEqualTo(end);
        }
    }

    @Test
    void staysCancelledWhenTheShopHadItTakenBackWhateverIsTold() {
        Shipment cancelled = shipment().toBuilder().status(CANCELLED).build();

        Shipment folded = fold(fold(cancelled, at(1, ANNOUNCED)), at(2, IN_TRANSIT));

        assertThat(folded.status()).isEqualTo(CANCELLED);
        assertThat(folded.history()).extracting(TrackingEvent::status).containsExactly(ANNOUNCED, IN_TRANSIT);
    }

    @Test
    void isReturnedAfterDelivery() {
        assertThat(status(at(1, DELIVERED), at(2, RETURNING), at(3, RETURNED))).isEqualTo(RETURNED);
    }

    @Test
    void isFoundAgainAfterLoss() {
        assertThat(status(at(1, LOST_OR_DESTROYED), at(2, IN_TRANSIT))).isEqualTo(IN_TRANSIT);
        assertThat(status(at(1, LOST_OR_DESTROYED), at(2, IN_TRANSIT), at(3, DELIVERED)))
                .isEqualTo(DELIVERED);
    }

    @Test
    void isNotMovedByAnUnknownCodeAndKeepsIt() {
        Shipment folded = fold(shipment(), at(1, PICKED_UP), at(2, UNKNOWN));

        assertThat(folded.status()).isEqualTo(PICKED_UP);
        assertThat(folded.history()).extracting(TrackingEvent::status).contains(UNKNOWN);
    }

    @Test
    void isAnnouncedBeforeAnyScan() {
        assertThat(status()).isEqualTo(ANNOUNCED);
    }

    @Test
    void changesNothingWhenTheSameIsToldAgain() {
        Shipment once = fold(shipment(), at(1, PICKED_UP), at(2, IN_TRANSIT));

        assertThat(fold(once, at(2, IN_TRANSIT), at(1, PICKED_UP), at(1, PICKED_UP)))
                .isEqualTo(once);
    }

    @Test
    void comesToTheSameInWhateverPiecesAndOrderItIsTold() {
        long seed = 20261121;
        Random random = new Random(seed);
        TrackingStatus[] all = TrackingStatus.values();
        for (int round = 0; round < 300; round++) {
            List<TrackingEvent> events = new ArrayList<>();
            for (int i = random.nextInt(8); i >= 0; i--) {
                events.add(at(random.nextInt(6), all[random.nextInt(all.length)]));
            }
            TrackingStatus whole = TrackingFold.fold(shipment(), events).status();
            Collections.shuffle(events, random);
            int cut = random.nextInt(events.size() + 1);
            Shipment first = TrackingFold.fold(shipment(), events.subList(0, cut));
            Shipment second = TrackingFold.fold(first, events.subList(cut, events.size()));
            assertThat(second.status())
                    .as("seed %d, round %d: %s", seed, round, events)
                    .isEqualTo(whole);
        }
    }

    private static TrackingStatus status(TrackingEvent... events) {
        return fold(shipment(), events).status();
    }

    private static Shipment fold(Shipment shipment, TrackingEvent... events) {
        return TrackingFold.fold(shipment, List.of(events));
    }

    private static TrackingEvent at(int hour, TrackingStatus status) {
        return new TrackingEvent(status, "code-" + status, TestOrders.NOON.plusSeconds(3_600L * hour));
    }

    private static Shipment shipment() {
        return Shipment.builder()
                .id(new ShipmentId("s1"))
                .order(new OrderId("o1"))
                .courier(new ConnectionId("courier"))
                .reference("R1")
                .addParcel(Parcel.ofGrams(1_000))
                .destination(
                        new Destination.ToAddress(TestOrders.buyer().address().orElseThrow()))
                .courierShipmentId("C1")
                .trackingNumber("T1")
                .status(ANNOUNCED)
                .createdAt(TestOrders.NOON)
                .build();
    }
}
