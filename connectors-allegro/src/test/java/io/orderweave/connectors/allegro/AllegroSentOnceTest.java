package io.orderweave.connectors.allegro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderweave.channel.ChannelId;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.DocumentUploads.DocumentUpload;
import io.orderweave.connector.StatusUpdates.StatusUpdate;
import io.orderweave.connector.TrackingUpdates.TrackingUpdate;
import io.orderweave.order.StatusIntent;
import io.orderweave.simulator.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A write that Allegro stores and does not answer properly reaches it once, through the whole connector. */
class AllegroSentOnceTest {

    private static final byte[] PDF = "%PDF-1.4".getBytes(StandardCharsets.US_ASCII);

    static Stream<Arguments> writesAndFaults() {
        Map<String, BiConsumer<ChannelConnector, String>> writes = Map.of(
                "PUT .*/fulfillment",
                (connector, form) -> connector
                        .statusUpdates()
                        .orElseThrow()
                        .update(new StatusUpdate(form, Optional.empty(), StatusIntent.SHIPPED, true)),
                "POST .*/shipments",
                (connector, form) -> connector
                        .trackingUpdates()
                        .orElseThrow()
                        .add(new TrackingUpdate(form, new ChannelId("dpd"), "n-17", Map.of())),
                "POST .*/invoices",
                (connector, form) ->
                        connector.documentUploads().orElseThrow().begin(new DocumentUpload(form, "FV/1", PDF)));
        return writes.entrySet().stream()
                .flatMap(write -> Stream.of(
                                Fault.cutAfterWrite(),
                                Fault.statusAfterWrite(503, Map.of("Retry-After", "0"), ""),
                                Fault.statusAfterWrite(408, Map.of(), ""),
                                Fault.statusAfterWrite(502, Map.of("Content-Type", "text/html"), "<html>"),
                                Fault.statusAfterWrite(302, Map.of("Location", "/elsewhere"), ""))
                        .map(fault -> Arguments.of(write.getKey(), fault, write.getValue())));
    }

    @ParameterizedTest
    @MethodSource("writesAndFaults")
    void isSentOnceAndLeftInDoubt(String route, Fault fault, BiConsumer<ChannelConnector, String> write) {
        String method = route.substring(0, route.indexOf(' '));
        String path = route.substring(route.indexOf(' ') + 1);
        try (SimulatedAllegro world = new SimulatedAllegro()) {
            String form = world.allegro.buyers().placeReady(SimulatedAllegro.order());
            world.allegro.faults().on(method, path).always(fault);

            OutsideFault thrown = catchThrowableOfType(OutsideFault.class, () -> write.accept(world.connector, form));

            assertThat(thrown.reached()).isEqualTo(Reached.PERHAPS);
            assertThat(world.newRequests())
                    .filteredOn(request -> request.matches(route))
                    .hasSize(1);
            assertThat(world.allegro.counters().duplicates()).isEmpty();
        }
    }
}
