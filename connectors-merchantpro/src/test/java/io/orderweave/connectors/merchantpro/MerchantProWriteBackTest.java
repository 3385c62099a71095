package io.orderweave.connectors.merchantpro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderweave.channel.ChannelId;
import io.orderweave.connection.Lookup;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.Cancellations.Cancellation;
import io.orderweave.connector.StatusUpdates.StatusUpdate;
import io.orderweave.connector.TrackingUpdates.TrackingUpdate;
import io.orderweave.id.LineId;
import io.orderweave.order.CancellationReason;
import io.orderweave.order.StatusIntent;
import io.orderweave.simulator.Fault;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statuses, cancellations and tracking numbers, against the simulated shop. */
class MerchantProWriteBackTest {

    private static final WriteAnswer APPLIED = WriteAnswer.applied();
    private static final WriteAnswer ALREADY = new WriteAnswer.AlreadyApplied(Optional.empty());

    private final SimulatedShop world = new SimulatedShop();
    private final String order = world.place();

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource({
        "PROCESSING, true, in_process",
        "SHIPPED, true, shipped",
        "SHIPPED, false, in_process",
        "DELIVERED, true, delivered",
        "CANCELLED, true, cancelled"
    })
    void tellsEveryIntentByItsAction(StatusIntent intent, boolean allShipped, String action) {
        assertThat(world.connector.statusUpdates().orElseThrow().supported()).contains(intent);

        assertThat(tell(intent, allShipped)).isEqualTo(APPLIED);

        assertThat(world.shop.counters().order(order).actions()).containsExactly(action);
    }

    @Test
    void knowsNoIntentWithoutAnAction() {
        assertThat(world.connector.statusUpdates().orElseThrow().supported())
                .doesNotContain(StatusIntent.READY_TO_SHIP, StatusIntent.READY_FOR_COLLECTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shipped", "delivered", "returned"})
    void takesNoOrderBackBehindWhereItIs(String status) {
        world.shop.shop().setShippingStatus(order, status);

        assertThat(tell(StatusIntent.PROCESSING, true)).isEqualTo(ALREADY);
        assertThat(tell(StatusIntent.SHIPPED, true)).isEqualTo(ALREADY);
        assertThat(world.shop.counters().order(order).actions()).isEmpty();
    }

    @Test
    void goesOnFromAStatusItDoesNotKnow() {
        world.shop.shop().setShippingStatus(order, "parked");

        assertThat(tell(StatusIntent.SHIPPED, true)).isEqualTo(APPLIED);
    }

    @Test
    void doesNotTouchWhatTheCustomerCancelled() {
        world.shop.buyers().cancel(order);

        assertThat(tell(StatusIntent.SHIPPED, true))
                .isEqualTo(new WriteAnswer.Rejected("the order was cancelled at the shop"));
        assertThat(world.shop.counters().order(order).actions()).isEmpty();
    }

    @Test
    void rejectsAnOrderThatIsNotThere() {
        world.shop.shop().delete(order);

        assertThat(tell(StatusIntent.SHIPPED, true)).isInstanceOf(WriteAnswer.Rejected.class);
        assertThat(track("AWB1")).isInstanceOf(WriteAnswer.Rejected.class);
        assertThat(find("AWB1")).isEqualTo(Lookup.absent());
    }

    @Test
    void findsAStatusWhoseAnswerWasLost() {
        world.shop.faults().on("PATCH", ".*/shipped").once(Fault.cutAfterWrite());

        OutsideFault fault = catchThrowableOfType(OutsideFault.class, () -> tell(StatusIntent.SHIPPED, true));

        assertThat(fault.reached()).isEqualTo(Reached.PERHAPS);
        assertThat(tell(StatusIntent.SHIPPED, true)).isEqualTo(ALREADY);
        assertThat(world.shop.counters().duplicates()).isEmpty();
    }

    @Test
    void cancelsAnOrderOnceAndKnowsThatItDid() {
        var cancellations = world.connector.cancellations().orElseThrow();
        Cancellation cancellation = new Cancellation(order, Set.of(), CancellationReason.NO_STOCK);
        assertThat(cancellations.reasons()).containsExactlyInAnyOrder(CancellationReason.values());
        assertThat(cancellations.find(cancellation)).isEqualTo(Lookup.absent());

        assertThat(cancellations.cancel(cancellation)).isEqualTo(APPLIED);

        assertThat(cancellations.find(cancellation)).isEqualTo(new Lookup.Found(Optional.empty()));
        assertThat(cancellations.cancel(cancellation)).isEqualTo(ALREADY);
        assertThat(world.shop.counters().order(order).actions()).containsExactly("cancelled");
    }

    @Test
    void cancelsNoSingleLines() {
        var cancellations = world.connector.cancellations().orElseThrow();
        Cancellation line = new Cancellation(order, Set.of(new LineId("640011")), CancellationReason.NO_STOCK);

        assertThat(cancellations.cancel(line)).isInstanceOf(WriteAnswer.Rejected.class);
        assertThat(cancellations.find(line)).isEqualTo(Lookup.absent());
        assertThat(world.newRequests()).isEmpty();
    }

    @Test
    void entersEachParcelOnceAndKeepsTheOthers() {
        assertThat(track("AWB1")).isEqualTo(APPLIED);
        assertThat(track("AWB2")).isEqualTo(APPLIED);
        assertThat(track("AWB1")).isEqualTo(ALREADY);

        assertThat(world.shop.counters().order(order).trackingWrites()).containsExactly("AWB1", "AWB1, AWB2");
        assertThat(find("AWB2")).isEqualTo(new Lookup.Found(Optional.empty()));
        assertThat(find("AWB3")).isEqualTo(Lookup.absent());
    }

    @Test
    void keepsANumberThatStaffTyped() {
        world.shop.shop().enterTrackingNumber(order, "BY-HAND");

        assertThat(track("by-hand")).isEqualTo(ALREADY);
        assertThat(track("AWB1")).isEqualTo(APPLIED);

        assertThat(world.shop.counters().order(order).trackingNumbers()).containsOnlyKeys("BY-HAND", "AWB1");
    }

    /** The field is written as a whole, and what the shop shows elsewhere only may have come from it. */
    @Test
    void overwritesNoNumberThatItCannotReadWhereItWrites() {
        world.shop
                .buyers()
                .edit(
                        order,
                        document -> document.putArray("carrier_tracking")
                                .addObject()
                                .put("number", "AWB1"));

        assertThat(track("AWB2"))
                .isInstanceOfSatisfying(
                        WriteAnswer.Rejected.class,
                        rejected -> assertThat(rejected.reason())
                                .contains("carrier_tracking")
                                .doesNotContain("AWB1"));

        assertThat(track("AWB1")).isEqualTo(ALREADY);
        assertThat(world.shop.counters().order(order).trackingWrites()).isEmpty();
    }

    @Test
    void findsANumberWhereverTheShopShowsIt() {
        world.shop
                .buyers()
                .edit(
                        order,
                        document -> document.putArray("carrier_tracking")
                                .addObject()
                                .putObject("parcel")
                                .put("no", 77001));

        assertThat(find("77001")).isEqualTo(new Lookup.Found(Optional.empty()));
        assertThat(find("null")).isEqualTo(Lookup.absent());
    }

    @Test
    void findsANumberWhoseAnswerWasLost() {
        world.shop.faults().on("PATCH", "/api/v2/orders/[^/]+").once(Fault.cutAfterWrite());

        OutsideFault fault = catchThrowableOfType(OutsideFault.class, () -> track("AWB1"));

        assertThat(fault.reached()).isEqualTo(Reached.PERHAPS);
        assertThat(find("AWB1")).isEqualTo(new Lookup.Found(Optional.empty()));
        assertThat(world.shop.counters().duplicates()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "A,B", "A B", "12345678901234567890123456789012345678901234567890123456789012345"})
    void sendsNoNumberThatTheFieldCannotHold(String number) {
        assertThat(track(number)).isInstanceOf(WriteAnswer.Rejected.class);
        assertThat(world.newRequests()).isEmpty();
    }

    private WriteAnswer tell(StatusIntent intent, boolean allShipped) {
        return world.connector
                .statusUpdates()
                .orElseThrow()
                .update(new StatusUpdate(order, Optional.empty(), intent, allShipped));
    }

    private WriteAnswer track(String number) {
        return world.connector.trackingUpdates().orElseThrow().add(tracking(number));
    }

    private Lookup find(String number) {
        return world.connector.trackingUpdates().orElseThrow().find(tracking(number));
    }

    private TrackingUpdate tracking(String number) {
        return new TrackingUpdate(order, new ChannelId("courier"), number, Map.of());
    }
}
