package io.orderweave.connectors.kaufland;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.Cancellations;
import io.orderweave.connector.Cancellations.Cancellation;
import io.orderweave.error.FaultCategory;
import io.orderweave.id.LineId;
import io.orderweave.order.CancellationReason;
import io.orderweave.order.Lifecycle;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.kaufland.KauflandUnitCounters;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KauflandCancellationsTest {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private final SimulatedKaufland world = new SimulatedKaufland();
    private final Cancellations cancellations = world.connector.cancellations().orElseThrow();
    private final String order = world.kaufland.buyers().placeReady(SimulatedKaufland.order());

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @EnumSource(CancellationReason.class)
    void cancelsEachPieceWithAReasonThatKauflandTakes(CancellationReason reason) {
        assertThat(cancellations.reasons()).contains(reason);

        assertThat(cancellations.cancel(new Cancellation(order, Set.of(), reason)))
                .isInstanceOf(WriteAnswer.Applied.class);

        assertThat(world.kaufland.counters().order(order).units())
                .extracting(KauflandUnitCounters::cancelReason)
                .doesNotContain("")
                .hasSize(4);
        assertThat(world.read(order).lifecycle()).isEqualTo(Lifecycle.CANCELLED);
    }

    /** Of no units it holds that all of them are cancelled. */
    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"data\": {}}", "{\"data\": {\"order_units\": []}}"})
    void anOrderShownWithoutUnitsIsNeitherCancelledNorNot(String shown) {
        world.kaufland.faults().on("GET", ".*/orders/.*").always(Fault.status(200, JSON, shown));

        assertThatThrownBy(() -> cancellations.find(new Cancellation(order, Set.of(), CancellationReason.NO_STOCK)))
                .isInstanceOfSatisfying(
                        OutsideFault.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.CONTRACT));
    }

    @Test
    void cancelsTheLinesNamedAndFindsThem() {
        Cancellation mugs = new Cancellation(order, Set.of(world.line(order, 0)), CancellationReason.NO_STOCK);
        assertThat(cancellations.find(mugs)).isEqualTo(Lookup.absent());

        assertThat(cancellations.cancel(mugs)).isInstanceOf(WriteAnswer.Applied.class);

        assertThat(world.kaufland.counters().order(order).statuses())
                .containsExactly("cancelled", "cancelled", "cancelled", "need_to_be_sent");
        assertThat(cancellations.find(mugs)).isInstanceOf(Lookup.Found.class);
        assertThat(cancellations.cancel(mugs)).isInstanceOf(WriteAnswer.AlreadyApplied.class);
        assertThat(world.kaufland.counters().order(order).refusals()).isEmpty();
    }

    @Test
    void namesWhatWasRefusedAndCancelsTheRest() {
        long sent = world.units(order).get(1);
        world.kaufland.platform().setUnitStatus(sent, "sent");

        assertThat(cancellations.cancel(new Cancellation(order, Set.of(), CancellationReason.NO_STOCK)))
                .isInstanceOfSatisfying(
                        WriteAnswer.Rejected.class,
                        rejected -> assertThat(rejected.reason())
                                .contains("unit " + sent, "order-units.cancel-not-possible", "3 done"));

        assertThat(world.kaufland.counters().order(order).statuses())
                .containsExactly("cancelled", "sent", "cancelled", "cancelled");
    }

    @Test
    void finishesWhatWasInterrupted() {
        Cancellation all = new Cancellation(order, Set.of(), CancellationReason.NO_STOCK);
        world.kaufland.faults().on("PATCH", ".*/cancel").once(Fault.cutAfterWrite());

        assertThatThrownBy(() -> cancellations.cancel(all)).isInstanceOf(OutsideFault.class);

        assertThat(cancellations.find(all)).isEqualTo(Lookup.absent());
        assertThat(cancellations.cancel(all)).isInstanceOf(WriteAnswer.Applied.class);
        assertThat(world.kaufland.counters().order(order).refusals()).isEmpty();
    }

    @Test
    void rejectsLinesAndOrdersThatAreNotThere() {
        assertThat(cancellations.cancel(new Cancellation(order, Set.of(new LineId("17")), CancellationReason.OTHER)))
                .isInstanceOf(WriteAnswer.Rejected.class);
        assertThat(cancellations.find(new Cancellation(order, Set.of(new LineId("17")), CancellationReason.OTHER)))
                .isEqualTo(Lookup.absent());
        assertThat(cancellations.cancel(new Cancellation("MNOSUCH", Set.of(), CancellationReason.OTHER)))
                .isInstanceOf(WriteAnswer.Rejected.class);
    }
}
