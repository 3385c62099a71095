package io.orderweave.connectors.allegro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderweave.channel.ChannelId;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.DocumentUploads.DocumentUpload;
import io.orderweave.connector.OfferRef;
import io.orderweave.connector.PriceUpdates.OfferPrice;
import io.orderweave.connector.RefundRequest;
import io.orderweave.connector.StatusUpdates.StatusUpdate;
import io.orderweave.connector.StockUpdates.StockLevel;
import io.orderweave.connector.TrackingUpdates.TrackingUpdate;
import io.orderweave.id.ChargeId;
import io.orderweave.money.Money;
import io.orderweave.order.StatusIntent;
import io.orderweave.payment.RefundPart;
import io.orderweave.payment.RefundReason;
import io.orderweave.simulator.Fault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
                "POST /payments/refunds",
                (connector, form) -> connector.refunds().orElseThrow().refund(refund(form)),
                "PUT /sale/offer-quantity-change-commands/.*",
                (connector, form) -> connector
                        .stockUpdates()
                        .orElseThrow()
                        .update("batch-1", List.of(new StockLevel(OfferRef.of("14000000001"), 3))),
                "PUT /sale/offer-price-change-commands/.*",
                (connector, form) -> connector
                        .priceUpdates()
                        .orElseThrow()
                        .update(
                                "batch-1",
                                List.of(new OfferPrice(OfferRef.of("14000000001"), Money.of("30.00", "PLN")))),
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

    private static RefundRequest refund(String form) {
        return RefundRequest.builder()
                .key(UUID.fromString("5f0d6b6e-53a4-4ab1-9a0e-0d8f5d4f8a01"))
                .externalId(form)
                .reason(RefundReason.OTHER)
                .addParts(new RefundPart.OfCharge(new ChargeId("delivery"), Money.of("1.00", "PLN")))
                .build();
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
