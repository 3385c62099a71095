package io.orderweave.connectors.allegro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderweave.channel.ChannelId;
import io.orderweave.connection.Lookup;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.TrackingUpdates;
import io.orderweave.connector.TrackingUpdates.TrackingUpdate;
import io.orderweave.id.LineId;
import io.orderweave.simulator.Fault;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllegroTrackingUpdatesTest {

    private static final String SHIPMENTS = "/order/checkout-forms/[^/]+/shipments";
    private static final String NUMBER = "620000000000000000000017";

    private final SimulatedAllegro world = new SimulatedAllegro();
    private final TrackingUpdates updates = world.connector.trackingUpdates().orElseThrow();
    private final String form = world.allegro.buyers().placeReady(SimulatedAllegro.order());

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource({"inpost, INPOST", "dpd, DPD", "packeta, PACKETA", "poczta-polska, POCZTA_POLSKA"})
    void tellsTheCarrierByAllegrosOwnId(String courier, String carrier) {
        assertThat(updates.add(update(courier, NUMBER))).isInstanceOf(WriteAnswer.Applied.class);

        assertThat(carrierOf(NUMBER)).isEqualTo(carrier);
    }

    @Test
    void namesACarrierThatAllegroDoesNotKnow() {
        String name = "a-courier-with-a-name-beyond-all-limits";

        assertThat(updates.add(update(name, NUMBER))).isInstanceOf(WriteAnswer.Applied.class);

        assertThat(carrierOf(NUMBER)).isEqualTo("OTHER");
    }

    @Test
    void asksForTheCarriersOnce() {
        updates.add(update("inpost", "n-1"));
        updates.add(update("dpd", "n-2"));

        assertThat(world.newRequests())
                .filteredOn("GET /order/carriers"::equals)
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {NUMBER, "AbC-17"})
    void addsNoNumberThatIsThere(String number) {
        world.allegro.platform().enterWaybill(form, "INPOST", number.toUpperCase(java.util.Locale.ROOT));

        assertThat(updates.add(update("inpost", number))).isInstanceOf(WriteAnswer.AlreadyApplied.class);

        assertThat(world.allegro.counters().form(form).shipments()).isEqualTo(1);
    }

    @Test
    void leavesShipWithAllegroItsOwnNumbers() {
        assertThat(updates.add(update("allegro", NUMBER))).isInstanceOf(WriteAnswer.AlreadyApplied.class);

        assertThat(world.newRequests()).isEmpty();
    }

    @Test
    void addsNoNumberToWhatAllegrosWarehouseShips() {
        String allegros = world.allegro.buyers().placeReady(SimulatedAllegro.orderShippedByAllegro());

        assertThat(updates.add(new TrackingUpdate(allegros, new ChannelId("inpost"), NUMBER, Map.of())))
                .isEqualTo(new WriteAnswer.Rejected(
                        "Allegro's warehouse ships the order (One Fulfillment), not the seller"));
        assertThat(world.allegro.counters().form(allegros).shipments()).isZero();
    }

    @Test
    void addsNoNumberToAnOrderThatCannotBeRead() {
        world.allegro.faults().on("GET", "/order/checkout-forms/" + form).always(Fault.status(422));

        assertThat(updates.add(update("inpost", NUMBER)))
                .isInstanceOfSatisfying(
                        WriteAnswer.Rejected.class,
                        rejected -> assertThat(rejected.reason()).startsWith("the order cannot be read: status 422"));
        assertThat(world.allegro.counters().form(form).shipments()).isZero();
    }

    @Test
    void tellsWhichLinesAreInTheParcel() {
        TrackingUpdate foreignLine =
                new TrackingUpdate(form, new ChannelId("inpost"), NUMBER, Map.of(new LineId("not-of-this-order"), 1));

        assertThat(updates.add(foreignLine))
                .isInstanceOfSatisfying(
                        WriteAnswer.Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains("LineItemUnknown"));
    }

    @Test
    void refusesANumberThatIsTooLongWithoutAsking() {
        assertThat(updates.add(update("inpost", "1".repeat(65)))).isInstanceOf(WriteAnswer.Rejected.class);
        assertThat(updates.add(update("inpost", " "))).isInstanceOf(WriteAnswer.Rejected.class);

        assertThat(world.newRequests()).isEmpty();
    }

    @Test
    void rejectsANumberThatIsInTooManyOrders() {
        try (SimulatedAllegro strict = new SimulatedAllegro(Map.of(), settings -> settings.ordersPerWaybill(1))) {
            String one = strict.allegro.buyers().placeReady(SimulatedAllegro.order());
            String other = strict.allegro.buyers().placeReady(SimulatedAllegro.order());
            strict.allegro.platform().enterWaybill(one, "INPOST", NUMBER);
            TrackingUpdate update = new TrackingUpdate(other, new ChannelId("inpost"), NUMBER, Map.of());

            assertThat(strict.connector.trackingUpdates().orElseThrow().add(update))
                    .isInstanceOfSatisfying(
                            WriteAnswer.Rejected.class,
                            rejected -> assertThat(rejected.reason()).contains("status 409"));
        }
    }

    @Test
    void rejectsAnOrderThatIsNotThere() {
        TrackingUpdate gone = new TrackingUpdate("no-such-form", new ChannelId("inpost"), NUMBER, Map.of());

        assertThat(updates.add(gone)).isInstanceOf(WriteAnswer.Rejected.class);
        assertThat(updates.find(gone)).isEqualTo(Lookup.absent());
    }

    @Test
    void leavesANumberInDoubtWhoseAnswerIsLostAndFindsItByAsking() {
        assertThat(updates.find(update("inpost", NUMBER))).isEqualTo(Lookup.absent());
        world.allegro.faults().on("POST", SHIPMENTS).once(Fault.cutAfterWrite());

        OutsideFault fault = catchThrowableOfType(OutsideFault.class, () -> updates.add(update("inpost", NUMBER)));

        assertThat(fault.reached()).isEqualTo(Reached.PERHAPS);
        assertThat(updates.find(update("inpost", NUMBER))).isInstanceOf(Lookup.Found.class);
        assertThat(updates.add(update("inpost", NUMBER))).isInstanceOf(WriteAnswer.AlreadyApplied.class);
        assertThat(world.allegro.counters().duplicates()).isEmpty();
        assertThat(world.allegro.counters().form(form).shipments()).isEqualTo(1);
    }

    private TrackingUpdate update(String courier, String number) {
        return new TrackingUpdate(form, new ChannelId(courier), number, Map.of());
    }

    private String carrierOf(String number) {
        // The simulator's ids are CARRIER:waybill in base 64, as Allegro's.
        return updates.find(update("any", number)) instanceof Lookup.Found found
                ? new String(
                                java.util.Base64.getDecoder()
                                        .decode(found.reference().orElseThrow()),
                                java.nio.charset.StandardCharsets.UTF_8)
                        .replace(":" + number, "")
                : "";
    }
}
