package io.orderweave.connectors.kaufland;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connector.OrderFeed;
import io.orderweave.connector.OrderFeed.Item;
import io.orderweave.connector.StatusUpdates.StatusUpdate;
import io.orderweave.error.FaultCategory;
import io.orderweave.order.StatusIntent;
import io.orderweave.simulator.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are no answers stop the feed with a fault, and pass nothing over. */
class KauflandHostileAnswersTest {

    private final SimulatedKaufland world = new SimulatedKaufland();

    @AfterEach
    void close() {
        world.close();
    }

    static List<String> answers() {
        return List.of(
                "",
                "null",
                "[]",
                "{}",
                "{\"data\":null}",
                "{\"data\":{}}",
                "{\"data\":[",
                "<html>Wartung</html>",
                "{\"data\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}");
    }

    @ParameterizedTest
    @MethodSource("answers")
    void stopsAtAListThatIsNone(String answer) {
        String order = world.kaufland.buyers().place(SimulatedKaufland.order());
        world.kaufland.faults().on("GET", "/v2/orders").once(Fault.status(200, Map.of(), answer));
        world.kaufland.faults().on("GET", "/v2/units").once(Fault.status(200, Map.of(), answer));

        OutsideFault fault = catchThrowableOfType(OutsideFault.class, world::poll);
        OutsideFault catalogue = catchThrowableOfType(
                OutsideFault.class,
                () -> world.connector.catalogFeed().orElseThrow().poll(Optional.empty(), 10));

        assertThat(fault.category()).isEqualTo(FaultCategory.CONTRACT);
        assertThat(catalogue.category()).isEqualTo(FaultCategory.CONTRACT);
        assertThat(fault.getMessage()).doesNotContain("Wartung");
        assertThat(world.pull())
                .extracting(item -> SimulatedKaufland.changed(item).externalId())
                .containsExactly(order);
    }

    @Test
    void quarantinesARowThatNamesNoOrderAndReadsTheOthers() {
        String order = world.kaufland.buyers().place(SimulatedKaufland.order());
        world.kaufland
                .faults()
                .on("GET", "/v2/orders")
                .once(Fault.status(
                        200,
                        Map.of(),
                        "{\"data\":[{\"id_order\":\"../units\"},7,{\"id_order\":\"" + order
                                + "\",\"storefront\":\"de\"}]}"));

        List<Item> items = world.poll().items();

        assertThat(items).filteredOn(Item.Unreadable.class::isInstance).hasSize(2);
        assertThat(items).filteredOn(Item.Changed.class::isInstance).hasSize(1);
    }

    @Test
    void keepsItsPlaceSmallWhateverTheRowsSay() {
        StringBuilder rows = new StringBuilder("{\"data\":[");
        for (int i = 0; i < 100; i++) {
            rows.append(i == 0 ? "" : ",")
                    .append("{\"id_order\":\"M")
                    .append(i)
                    .append("\",\"storefront\":\"de\",\"ts_units_updated_iso\":\"")
                    .append("2026-03-02T08:00:00.".concat("9".repeat(5_000)))
                    .append("\"}");
        }
        world.kaufland
                .faults()
                .on("GET", "/v2/orders")
                .once(Fault.status(200, Map.of(), rows.append("]}").toString()));

        OrderFeed.Batch batch = world.poll();

        assertThat(batch.items()).hasSize(100).allMatch(Item.Gone.class::isInstance);
        assertThat(batch.next().value()).hasSizeLessThan(10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{\"data\":7}", "[]", "{\"data\":{\"id_order\":\"ANOTHER\",\"order_units\":[{}]}}"})
    void writesNothingToAnOrderThatCannotBeRead(String answer) {
        String order = world.kaufland.buyers().placeReady(SimulatedKaufland.order());
        world.kaufland.faults().on("GET", "/v2/orders/" + order).always(Fault.status(200, Map.of(), answer));

        OutsideFault fault = catchThrowableOfType(
                OutsideFault.class,
                () -> world.connector
                        .statusUpdates()
                        .orElseThrow()
                        .update(new StatusUpdate(order, Optional.empty(), StatusIntent.SHIPPED, true)));

        assertThat(fault.reached()).isEqualTo(Reached.NO);
        assertThat(world.newRequests()).noneMatch(request -> request.startsWith("PATCH"));
    }
}
