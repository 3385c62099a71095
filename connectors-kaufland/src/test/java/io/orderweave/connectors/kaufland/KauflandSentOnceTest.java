package io.orderweave.connectors.kaufland;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderweave.channel.ChannelId;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connector.Cancellations.Cancellation;
import io.orderweave.connector.DocumentUploads.DocumentUpload;
import io.orderweave.connector.RefundRequest;
import io.orderweave.connector.StatusUpdates.StatusUpdate;
import io.orderweave.connector.TrackingUpdates.TrackingUpdate;
import io.orderweave.money.Money;
import io.orderweave.order.CancellationReason;
import io.orderweave.order.StatusIntent;
import io.orderweave.payment.RefundPart;
import io.orderweave.payment.RefundReason;
import io.orderweave.simulator.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A write that Kaufland stores and does not answer properly reaches it once, through the whole connector. */
class KauflandSentOnceTest {

    private static final byte[] PDF = "%PDF-1.4".getBytes(StandardCharsets.US_ASCII);

    static Stream<Arguments> writesAndFaults() {
        Map<String, BiConsumer<SimulatedKaufland, String>> writes = Map.of(
                "PATCH .*/send",
                KauflandSentOnceTest::track,
                "PATCH .*/fulfil",
                (world, order) -> {
                    world.kaufland.platform().setUnitStatus(world.units(order).get(0), "open");
                    world.connector
                            .statusUpdates()
                            .orElseThrow()
                            .update(new StatusUpdate(order, Optional.empty(), StatusIntent.PROCESSING, false));
                },
                "POST .*/shipments",
                (world, order) -> {
                    sent(world, order);
                    track(world, order);
                },
                "PATCH .*/cancel",
                (world, order) -> world.connector
                        .cancellations()
                        .orElseThrow()
                        .cancel(new Cancellation(order, Set.of(), CancellationReason.NO_STOCK)),
                "PATCH .*/refund",
                (world, order) -> {
                    sent(world, order);
                    refund(world, order);
                },
                "POST .*/order-invoices/.*",
                (world, order) ->
                        world.connector.documentUploads().orElseThrow().begin(new DocumentUpload(order, "RE/1", PDF)));
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
    void isSentOnceAndLeftInDoubt(String route, Fault fault, BiConsumer<SimulatedKaufland, String> write) {
        try (SimulatedKaufland world = new SimulatedKaufland()) {
            String order = world.kaufland.buyers().placeReady(SimulatedKaufland.order());
            String[] parts = route.split(" ", -1);
            world.kaufland.faults().on(parts[0], parts[1]).always(fault);

            OutsideFault thrown = catchThrowableOfType(OutsideFault.class, () -> write.accept(world, order));

            assertThat(thrown.reached()).isEqualTo(Reached.PERHAPS);
            assertThat(world.newRequests())
                    .filteredOn(request -> request.matches(route))
                    .hasSize(1);
            assertThat(world.kaufland.counters().duplicates()).isEmpty();
        }
    }

    private static void sent(SimulatedKaufland world, String order) {
        world.units(order).forEach(unit -> world.kaufland.platform().setUnitStatus(unit, "sent"));
    }

    private static void track(SimulatedKaufland world, String order) {
        world.connector
                .trackingUpdates()
                .orElseThrow()
                .add(new TrackingUpdate(order, new ChannelId("dpd"), "n-17", Map.of()));
    }

    private static void refund(SimulatedKaufland world, String order) {
        world.connector
                .refunds()
                .orElseThrow()
                .refund(RefundRequest.builder()
                        .key(UUID.fromString("7d1a4b0e-0000-4000-8000-000000000002"))
                        .externalId(order)
                        .reason(RefundReason.DEFECTIVE)
                        .addPart(new RefundPart.Pieces(world.line(order, 3), 1, Money.of("29.50", "EUR")))
                        .build());
    }
}
