package io.orderweave.connectors.merchantpro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderweave.channel.ChannelId;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connector.Cancellations.Cancellation;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.OfferRef;
import io.orderweave.connector.StatusUpdates.StatusUpdate;
import io.orderweave.connector.StockUpdates.StockLevel;
import io.orderweave.connector.TrackingUpdates.TrackingUpdate;
import io.orderweave.order.CancellationReason;
import io.orderweave.order.StatusIntent;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.merchantpro.MerchantProProduct;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A write that the shop stores and does not answer properly reaches it once, through the whole connector. */
class MerchantProSentOnceTest {

    /** Writes of an order and a product. */
    private interface Write {
        void send(ChannelConnector connector, String order, String product);
    }

    static Stream<Arguments> writesAndFaults() {
        Map<String, Write> writes = Map.of(
                "PATCH .*/shipped",
                (connector, order, product) -> connector
                        .statusUpdates()
                        .orElseThrow()
                        .update(new StatusUpdate(order, Optional.empty(), StatusIntent.SHIPPED, true)),
                "PATCH .*/cancelled",
                (connector, order, product) -> connector
                        .cancellations()
                        .orElseThrow()
                        .cancel(new Cancellation(order, Set.of(), CancellationReason.OTHER)),
                "PATCH .*/orders/[^/]+",
                (connector, order, product) -> connector
                        .trackingUpdates()
                        .orElseThrow()
                        .add(new TrackingUpdate(order, new ChannelId("courier"), "n-17", Map.of())),
                "PATCH .*/products/[^/]+",
                (connector, order, product) -> connector
                        .stockUpdates()
                        .orElseThrow()
                        .update("k", List.of(new StockLevel(OfferRef.of(product), 77))));
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
    void isSentOnceAndLeftInDoubt(String route, Fault fault, Write write) {
        String path = route.substring(route.indexOf(' ') + 1);
        try (SimulatedShop world = new SimulatedShop()) {
            String order = world.place();
            String product = world.shop
                    .shop()
                    .add(MerchantProProduct.builder().name("P").sku("P").build());
            world.shop.faults().on("PATCH", path).always(fault);

            OutsideFault thrown =
                    catchThrowableOfType(OutsideFault.class, () -> write.send(world.connector, order, product));

            assertThat(thrown.reached()).isEqualTo(Reached.PERHAPS);
            assertThat(world.newRequests())
                    .filteredOn(request -> request.startsWith("PATCH"))
                    .hasSize(1);
            assertThat(world.shop.counters().duplicates()).isEmpty();
        }
    }
}
