package io.orderweave.connectors.kaufland;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import io.orderweave.simulator.kaufland.KauflandUnitCounters;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KauflandTrackingUpdatesTest {

    private static final String NUMBER = "00340434161094042557";

    private final SimulatedKaufland world = new SimulatedKaufland();
    private final TrackingUpdates updates = world.connector.trackingUpdates().orElseThrow();
    private final String order = world.kaufland.buyers().placeReady(SimulatedKaufland.order());

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void marksOnlyThePiecesOfTheParcelAsSent() {
        assertThat(updates.add(update(NUMBER, Map.of(mugs(), 2)))).isInstanceOf(WriteAnswer.Applied.class);

        assertThat(statuses()).containsExactly("sent", "sent", "need_to_be_sent", "need_to_be_sent");
        assertThat(updates.add(update("second", Map.of(mugs(), 1, pot(), 1)))).isInstanceOf(WriteAnswer.Applied.class);
        assertThat(parcels()).containsExactly(NUMBER, NUMBER, "second", "second");
        assertThat(world.kaufland.counters().duplicates()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"dhl, DHL", "inpost, InPost", "osterreichische-post, Other", "nobody-knows-it, Other"})
    void tellsTheCarrierByKauflandsOwnCode(String courier, String code) {
        updates.add(new TrackingUpdate(order, new ChannelId(courier), NUMBER, Map.of()));

        assertThat(world.kaufland.counters().order(order).units())
                .allSatisfy(unit -> assertThat(unit.carriers()).containsEntry(NUMBER, code));
    }

    @Test
    void asksForTheCarriersOnce() {
        updates.add(update(NUMBER, Map.of(mugs(), 3)));
        updates.add(update("second", Map.of(pot(), 1)));

        assertThat(world.newRequests()).filteredOn("GET /carriers"::equals).hasSize(1);
    }

    @Test
    void addsAFurtherParcelOfWhatIsSent() {
        updates.add(update(NUMBER, Map.of()));

        assertThat(updates.add(update("further", Map.of(pot(), 1)))).isInstanceOf(WriteAnswer.Applied.class);

        assertThat(world.kaufland.counters().order(order).units().get(3).parcelsByNumber())
                .containsOnlyKeys(NUMBER, "further");
        assertThat(world.newRequests()).filteredOn("POST /shipments"::equals).hasSize(1);
    }

    @Test
    void tellsWhichPiecesWereRefusedAndKeepsTheOthers() {
        long second = world.units(order).get(1);
        world.kaufland
                .faults()
                .on("PATCH", "/v2/order-units/" + second + "/send")
                .once(Fault.status(
                        403, Map.of(), "{\"type\":\"/problems/action-not-allowed\",\"message\":\"Herr X\"}"));

        OutsideFault fault = catchThrowableOfType(OutsideFault.class, () -> updates.add(update(NUMBER, Map.of())));

        assertThat(fault.reached()).isEqualTo(Reached.PERHAPS);
        assertThat(fault)
                .hasMessageContainingAll("1 refused, 3 done", "unit " + second, "action-not-allowed")
                .hasMessageNotContaining("Herr X");
        assertThat(statuses()).containsExactly("sent", "need_to_be_sent", "sent", "sent");
    }

    /** What is refused could be armed again, and would then be a further shipment of the pieces that have it. */
    @Test
    void tellsANumberOfWhichPiecesWereRefusedNoSecondTimeWhenTheyAreCancelled() {
        long second = world.units(order).get(1);
        world.kaufland
                .faults()
                .on("PATCH", "/v2/order-units/" + second + "/send")
                .times(2, Fault.status(403));
        assertThatThrownBy(() -> updates.add(update(NUMBER, Map.of()))).isInstanceOf(OutsideFault.class);
        assertThat(updates.find(update(NUMBER, Map.of()))).isEqualTo(Lookup.absent());

        assertThat(catchThrowableOfType(OutsideFault.class, () -> updates.add(update(NUMBER, Map.of())))
                        .reached())
                .as("refused again, while the others have it")
                .isEqualTo(Reached.PERHAPS);

        world.kaufland.platform().setUnitStatus(second, "cancelled");
        assertThat(updates.find(update(NUMBER, Map.of()))).isInstanceOf(Lookup.Found.class);
        assertThat(world.newRequests())
                .filteredOn(request -> request.startsWith("POST"))
                .isEmpty();
    }

    @Test
    void leavesAnInterruptedParcelInDoubtAndFinishesIt() {
        long second = world.units(order).get(1);
        world.kaufland
                .faults()
                .on("PATCH", "/v2/order-units/" + second + "/send")
                .once(Fault.status(429));

        OutsideFault fault = catchThrowableOfType(OutsideFault.class, () -> updates.add(update(NUMBER, Map.of())));

        assertThat(fault.reached()).isEqualTo(Reached.PERHAPS);
        world.context.clock.advance(Duration.ofMinutes(1));
        assertThat(updates.find(update(NUMBER, Map.of()))).isEqualTo(Lookup.absent());
        assertThat(updates.add(update(NUMBER, Map.of()))).isInstanceOf(WriteAnswer.Applied.class);
        assertThat(statuses()).containsOnly("sent");
        assertThat(world.kaufland.counters().duplicates()).isEmpty();
    }

    @Test
    void findsAParcelWhoseLastAnswerIsLost() {
        long last = world.units(order).get(3);
        world.kaufland.faults().on("PATCH", "/v2/order-units/" + last + "/send").once(Fault.cutAfterWrite());
        assertThat(updates.find(update(NUMBER, Map.of()))).isEqualTo(Lookup.absent());

        assertThatThrownBy(() -> updates.add(update(NUMBER, Map.of()))).isInstanceOf(OutsideFault.class);

        assertThat(updates.find(update(NUMBER, Map.of()))).isInstanceOf(Lookup.Found.class);
        assertThat(world.kaufland.counters().duplicates()).isEmpty();
    }

    @Test
    void leavesToAPersonWhichPiecesOfALineWentWithWhichParcel() {
        updates.add(update(NUMBER, Map.of(mugs(), 1)));
        TrackingUpdate second = update("second", Map.of(mugs(), 1, pot(), 1));

        OutsideFault fault = catchThrowableOfType(OutsideFault.class, () -> updates.find(second));

        assertThat(fault).hasMessageContaining("by hand").hasMessageContaining(order);
        assertThat(updates.find(update("third", Map.of(pot(), 1)))).isEqualTo(Lookup.absent());
    }

    /** Somebody else has sent them between the reading and the telling: with which number, if any, Kaufland does not show. */
    @Test
    void takesADuplicateActionForAPersonsToLookAt() {
        world.kaufland
                .faults()
                .on("PATCH", ".*/send")
                .times(4, Fault.statusAfterWrite(400, Map.of(), "{\"type\":\"/problems/duplicate-action\"}"));

        assertThat(updates.add(update(NUMBER, Map.of())))
                .isInstanceOfSatisfying(
                        WriteAnswer.Rejected.class,
                        rejected -> assertThat(rejected.reason())
                                .contains(
                                        "4 refused, 0 done",
                                        "unit " + world.units(order).get(0),
                                        "duplicate-action"));
    }

    @Test
    void sendsNothingThatIsOpenOrCancelledOrNotThere() {
        String open = world.kaufland.buyers().place(SimulatedKaufland.order());
        String gone = world.kaufland.buyers().place(SimulatedKaufland.order());
        world.kaufland.buyers().cancel(gone);

        for (TrackingUpdate update : List.of(
                new TrackingUpdate(open, new ChannelId("dhl"), NUMBER, Map.of()),
                new TrackingUpdate(gone, new ChannelId("dhl"), NUMBER, Map.of()),
                new TrackingUpdate("MNOSUCH", new ChannelId("dhl"), NUMBER, Map.of()),
                update(NUMBER, Map.of(new LineId("17"), 1)))) {
            assertThat(updates.add(update)).isInstanceOf(WriteAnswer.Rejected.class);
        }

        assertThat(world.newRequests())
                .filteredOn(request -> !request.startsWith("GET"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "1,2", "11111111112222222222333333333344444444445555555555666666666677777"})
    void refusesANumberThatKauflandWouldMisunderstand(String number) {
        assertThat(updates.add(update(number, Map.of()))).isInstanceOf(WriteAnswer.Rejected.class);

        assertThat(world.newRequests()).isEmpty();
    }

    private TrackingUpdate update(String number, Map<LineId, Integer> lines) {
        return new TrackingUpdate(order, new ChannelId("dhl"), number, lines);
    }

    private LineId mugs() {
        return world.line(order, 0);
    }

    private LineId pot() {
        return world.line(order, 3);
    }

    private List<String> statuses() {
        return world.kaufland.counters().order(order).statuses();
    }

    private List<String> parcels() {
        return world.kaufland.counters().order(order).units().stream()
                .map(KauflandUnitCounters::parcelsByNumber)
                .map(numbers -> String.join(",", numbers.keySet()))
                .toList();
    }
}
