package io.orderweave.connectors.allegro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.StatusUpdates;
import io.orderweave.connector.StatusUpdates.StatusUpdate;
import io.orderweave.error.FaultCategory;
import io.orderweave.order.StatusIntent;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.allegro.AllegroAddress;
import io.orderweave.simulator.allegro.AllegroMarketplace;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AllegroStatusUpdatesTest {

    private static final String FULFILLMENT = "/order/checkout-forms/[^/]+/fulfillment";
    private static final WriteAnswer APPLIED = WriteAnswer.applied();
    private static final WriteAnswer ALREADY = new WriteAnswer.AlreadyApplied(Optional.empty());

    private final SimulatedAllegro world = new SimulatedAllegro();
    private final StatusUpdates updates = world.connector.statusUpdates().orElseThrow();
    private final String form = world.allegro.buyers().placeReady(SimulatedAllegro.order());

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource({
        "PROCESSING,           PROCESSING",
        "READY_TO_SHIP,        READY_FOR_SHIPMENT",
        "READY_FOR_COLLECTION, READY_FOR_PICKUP",
        "SHIPPED,              SENT",
        "DELIVERED,            PICKED_UP",
        "CANCELLED,            CANCELLED"
    })
    void tellsEveryIntentInAllegrosWord(StatusIntent intent, String word) {
        assertThat(updates.supported()).contains(intent);

        assertThat(updates.update(update(intent))).isEqualTo(APPLIED);

        assertThat(world.allegro.counters().form(form).fulfillmentWrites()).containsExactly(word);
    }

    @Test
    void writesOnlyAChange() {
        updates.update(update(StatusIntent.SHIPPED));

        assertThat(updates.update(update(StatusIntent.SHIPPED))).isEqualTo(ALREADY);

        assertThat(world.allegro.counters().form(form).fulfillmentWrites()).containsExactly("SENT");
    }

    @Test
    void tellsWhenTheRestIsShipped() {
        updates.update(new StatusUpdate(form, Optional.empty(), StatusIntent.SHIPPED, false));
        assertThat(sent()).isEqualTo("SOME");

        assertThat(updates.update(update(StatusIntent.SHIPPED))).isEqualTo(APPLIED);

        assertThat(sent()).isEqualTo("ALL");
        assertThat(updates.update(update(StatusIntent.SHIPPED))).isEqualTo(ALREADY);
    }

    @Test
    void readsAgainWhenTheOrderChangedMeanwhile() {
        world.allegro.faults().on("PUT", FULFILLMENT).once(Fault.status(409));

        assertThat(updates.update(update(StatusIntent.PROCESSING))).isEqualTo(APPLIED);

        assertThat(world.newRequests())
                .containsExactly(
                        "GET /order/checkout-forms/" + form,
                        "PUT /order/checkout-forms/" + form + "/fulfillment",
                        "GET /order/checkout-forms/" + form,
                        "PUT /order/checkout-forms/" + form + "/fulfillment");
    }

    @Test
    void writesWithTheRevisionOfNowNotOfLastTime() {
        StatusUpdate old = new StatusUpdate(form, Optional.of("stale"), StatusIntent.PROCESSING, true);

        assertThat(updates.update(old)).isEqualTo(APPLIED);

        assertThat(world.newRequests()).hasSize(2);
    }

    @Test
    void isTransientWhenTheOrderKeepsChanging() {
        world.allegro
                .faults()
                .on("PUT", FULFILLMENT)
                .times(2, Fault.status(409, Map.of("trace-id", "trace-409"), "{}"));

        OutsideFault fault =
                catchThrowableOfType(OutsideFault.class, () -> updates.update(update(StatusIntent.PROCESSING)));

        assertThat(fault.category()).isEqualTo(FaultCategory.TRANSIENT);
        assertThat(fault.reached()).isEqualTo(Reached.NO);
        assertThat(fault.remoteRequestId()).contains("trace-409");
    }

    @Test
    void stopsWhereAllegroTakesNoMoreWrites() {
        try (SimulatedAllegro strict =
                new SimulatedAllegro(Map.of(), settings -> settings.fulfillmentWritesPerOrder(1))) {
            StatusUpdates limited = strict.connector.statusUpdates().orElseThrow();
            String one = strict.allegro.buyers().placeReady(SimulatedAllegro.order());
            limited.update(new StatusUpdate(one, Optional.empty(), StatusIntent.PROCESSING, true));

            assertThat(limited.update(new StatusUpdate(one, Optional.empty(), StatusIntent.SHIPPED, true)))
                    .isInstanceOfSatisfying(
                            WriteAnswer.Rejected.class,
                            rejected -> assertThat(rejected.reason()).contains("status 422"));
        }
    }

    @Test
    void doesNotTouchWhatTheBuyerCancelled() {
        world.allegro.buyers().cancel(form);

        assertThat(updates.update(update(StatusIntent.PROCESSING)))
                .isEqualTo(new WriteAnswer.Rejected("the order was cancelled at Allegro"));
        assertThat(world.allegro.counters().form(form).fulfillmentWrites()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"READY_TO_SHIP", "READY_FOR_COLLECTION", "SHIPPED", "DELIVERED"})
    void tellsNothingOfShippingWhereAllegrosWarehouseShips(StatusIntent intent) {
        String allegros = world.allegro.buyers().placeReady(SimulatedAllegro.orderShippedByAllegro());

        assertThat(updates.update(new StatusUpdate(allegros, Optional.empty(), intent, true)))
                .isEqualTo(new WriteAnswer.Rejected(
                        "Allegro's warehouse ships the order (One Fulfillment), not the seller"));
        assertThat(world.allegro.counters().form(allegros).fulfillmentWrites()).isEmpty();
    }

    @Test
    void tellsWhatIsNotOfShippingAlsoWhereAllegrosWarehouseShips() {
        String allegros = world.allegro.buyers().placeReady(SimulatedAllegro.orderShippedByAllegro());

        assertThat(updates.update(new StatusUpdate(allegros, Optional.empty(), StatusIntent.CANCELLED, true)))
                .isEqualTo(APPLIED);
    }

    @Test
    void endsTheBuyersTimeToChangeHisMindOnlyWhenToldTo() {
        world.connector.orderFeed().orElseThrow().poll(Optional.empty(), 10);
        world.allegro.buyers().changeAddress(form, AllegroAddress.sample(AllegroMarketplace.PL));

        updates.update(update(StatusIntent.PROCESSING));

        assertThatThrownBy(() -> world.allegro.buyers().cancel(form)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void rejectsAnOrderThatIsNotThere() {
        StatusUpdate gone =
                new StatusUpdate("00000000-0000-0000-0000-000000000000", Optional.empty(), StatusIntent.SHIPPED, true);

        assertThat(updates.update(gone)).isInstanceOf(WriteAnswer.Rejected.class);
    }

    @Test
    void leavesAStatusInDoubtWhoseAnswerIsLostAndFindsItThereNextTime() {
        world.allegro.faults().on("PUT", FULFILLMENT).once(Fault.cutAfterWrite());

        OutsideFault fault =
                catchThrowableOfType(OutsideFault.class, () -> updates.update(update(StatusIntent.SHIPPED)));

        assertThat(fault.reached()).isEqualTo(Reached.PERHAPS);
        assertThat(updates.update(update(StatusIntent.SHIPPED))).isEqualTo(ALREADY);
        assertThat(world.allegro.counters().form(form).fulfillmentWrites()).containsExactly("SENT");
    }

    private StatusUpdate update(StatusIntent intent) {
        return new StatusUpdate(form, Optional.empty(), intent, true);
    }

    private String sent() {
        return world.connector.orderReader().orElseThrow().read(form)
                        instanceof io.orderweave.connector.OrderFeed.Item.Changed changed
                ? new String(changed.order().raw().content(), java.nio.charset.StandardCharsets.UTF_8)
                        .replaceAll(".*\"lineItemsSent\"\\s*:\\s*\"(\\w+)\".*", "$1")
                : "";
    }
}
