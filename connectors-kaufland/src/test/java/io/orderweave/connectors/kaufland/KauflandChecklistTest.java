package io.orderweave.connectors.kaufland;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.DocumentUploads.DocumentUpload;
import io.orderweave.connector.OrderFeed;
import io.orderweave.connector.OrderFeed.Item;
import io.orderweave.connector.StatusUpdates.StatusUpdate;
import io.orderweave.money.Money;
import io.orderweave.order.Lifecycle;
import io.orderweave.order.OrderLine;
import io.orderweave.order.StatusIntent;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.kaufland.KauflandItem;
import io.orderweave.simulator.kaufland.KauflandOrderScript;
import io.orderweave.simulator.kaufland.KauflandPickupLocation;
import io.orderweave.simulator.kaufland.KauflandStorefront;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a Kaufland connector must get right in what it reads, by the number in docs/connectors/kaufland.md; details are in other tests. */
class KauflandChecklistTest {

    private static final byte[] PDF = "%PDF-1.4 x".getBytes(StandardCharsets.US_ASCII);

    private final SimulatedKaufland world = new SimulatedKaufland();

    @AfterEach
    void close() {
        world.close();
    }

    /** The simulator checks the signature over exactly the bytes that come, so an answer is the proof. */
    @Test
    void item01SignsExactlyTheBytesSent() {
        String order = world.kaufland.buyers().placeReady(SimulatedKaufland.order());

        assertThat(world.ship(order, "Nr. ä/ö & ü")).isInstanceOf(WriteAnswer.Applied.class);

        assertThat(world.kaufland.counters().order(order).units().get(0).parcelsByNumber())
                .containsOnlyKeys("Nr. ä/ö & ü");
    }

    @Test
    void item02SignsEachAttemptAnewWithItsOwnMoment() {
        try (SimulatedKaufland strict =
                new SimulatedKaufland(Map.of(), settings -> settings.clockSkew(Duration.ZERO))) {
            strict.kaufland
                    .faults()
                    .on("GET", "/v2/info/storefront")
                    .once(Fault.status(503, Map.of("Retry-After", "7"), ""));
            Instant before = strict.context.clock.instant();

            assertThat(strict.connector.probe()).isNotNull();

            assertThat(strict.newRequests()).hasSize(2);
            assertThat(strict.context.clock.instant()).isAfterOrEqualTo(before.plusSeconds(7));
        }
    }

    @Test
    void item03KnowsTheOfficialVector() {
        KauflandSigner signer = new KauflandSigner(
                new KauflandConfig.Keys("c", "a7d0cb1da1ddbc86c96ee5fedd341b7d8ebfbb2f5c83cfe0909f4e57f05dd403"),
                Optional.empty());

        assertThat(signer.sign(
                        "POST",
                        "https://sellerapi.kaufland.com/v2/units/",
                        new byte[0],
                        Instant.ofEpochSecond(1411055926)))
                .containsEntry("Shop-Signature", "da0b65f51c0716c1d3fa658b7eaf710583630a762a98c9af8e9b392bd9df2e2a");
    }

    /** Reading an order repeats a parameter; both parts come only when both were understood and signed. */
    @Test
    void item04SignsTheWholeUrlWithRepeatedParameters() {
        String order = world.kaufland
                .buyers()
                .placeReady(KauflandOrderScript.builder()
                        .from(SimulatedKaufland.order())
                        .pickup(packstation())
                        .build());
        world.connector.documentUploads().orElseThrow().begin(new DocumentUpload(order, "RE/1", PDF));

        String raw = new String(world.read(order).raw().content(), StandardCharsets.UTF_8);

        assertThat(raw).contains("\"pickup_location\"", "\"RE-1.pdf\"");
    }

    @Test
    void item05GroupsUnitsToLinesAndKeepsTheirIds() {
        String order = world.kaufland.buyers().placeReady(SimulatedKaufland.order());

        List<OrderLine> lines = world.read(order).lines();
        world.kaufland.platform().setUnitStatus(world.units(order).get(0), "sent");

        assertThat(lines).extracting(OrderLine::quantity).containsExactly(3, 1);
        assertThat(lines).extracting(OrderLine::id).containsExactly(world.line(order, 0), world.line(order, 3));
        assertThat(world.read(order).lines()).isEqualTo(lines);
    }

    @Test
    void item06ReadsCentsInTheUnitsOwnCurrency() {
        String order = world.kaufland
                .buyers()
                .placeReady(KauflandOrderScript.builder()
                        .storefront(KauflandStorefront.PL)
                        .addItems(KauflandItem.of("KUB", "Kubek", 2, "49.05"))
                        .build());

        assertThat(world.read(order).total()).isEqualTo(Money.of("98.10", "PLN"));
        assertThat(world.read(order).lines().get(0).unitPrice().amount()).isEqualTo(new BigDecimal("49.05"));
    }

    @Test
    void item07AddsUpTheShippingOfWhatIsNotCancelled() {
        KauflandItem posted = KauflandItem.builder()
                .offerId("KANNE")
                .title("Teekanne")
                .quantity(2)
                .price(new BigDecimal("10.00"))
                .shipping(new BigDecimal("3.90"))
                .build();
        String order = world.kaufland
                .buyers()
                .placeReady(KauflandOrderScript.builder().addItems(posted).build());
        assertThat(world.read(order).charges().get(0).amount()).isEqualTo(Money.of("7.80", "EUR"));

        world.kaufland.platform().setUnitStatus(world.units(order).get(0), "cancelled");

        assertThat(world.read(order).charges().get(0).amount()).isEqualTo(Money.of("3.90", "EUR"));
        assertThat(world.read(order).total()).isEqualTo(Money.of("13.90", "EUR"));
    }

    @Test
    void item08MakesOneStatusOfMixedUnits() {
        String order = world.kaufland.buyers().placeReady(SimulatedKaufland.order());
        world.kaufland.platform().setUnitStatus(world.units(order).get(0), "sent");
        assertThat(world.read(order).term()).isEqualTo("partially_sent");

        world.units(order).forEach(unit -> world.kaufland.platform().setUnitStatus(unit, "received"));
        world.kaufland.platform().setUnitStatus(world.units(order).get(1), "returned");

        assertThat(world.read(order).term()).isEqualTo("partially_returned");
    }

    @Test
    void item09PollsWithOverlapBecausePagesShift() {
        List<String> placed = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            placed.add(world.kaufland.buyers().place(SimulatedKaufland.order()));
        }
        world.context.clock.advance(Duration.ofMinutes(1));
        OrderFeed feed = world.connector.orderFeed().orElseThrow();
        OrderFeed.Batch first = feed.poll(Optional.empty(), 2);
        placed.add(world.kaufland.buyers().place(SimulatedKaufland.order()));
        OrderFeed.Batch second = feed.poll(Optional.of(first.next()), 100);
        world.context.clock.advance(Duration.ofMinutes(1));
        OrderFeed.Batch third = feed.poll(Optional.of(second.next()), 100);

        assertThat(ids(second.items()))
                .as("the row pushed onto this page is not read twice")
                .hasSize(3);
        List<String> all = new ArrayList<>(ids(first.items()));
        all.addAll(ids(second.items()));
        all.addAll(ids(third.items()));
        assertThat(all).containsExactlyInAnyOrderElementsOf(placed);
    }

    @Test
    void item10TakesOpenForNotYetToBeSent() {
        String order = world.kaufland.buyers().place(SimulatedKaufland.order());
        world.kaufland
                .buyers()
                .edit(order, json -> json.putNull("shipping_address").putNull("buyer"));
        world.units(order).forEach(unit -> world.kaufland.buyers().editUnit(unit, json -> json.putNull("product")));

        ChannelOrder open = world.read(order);

        assertThat(open.lifecycle()).isEqualTo(Lifecycle.PENDING);
        assertThat(open.payments()).isEmpty();
        assertThat(open.delivery().recipient()).isEmpty();
        assertThat(world.ship(order, "n-1")).isInstanceOf(WriteAnswer.Rejected.class);
        assertThat(status(order, StatusIntent.PROCESSING)).isInstanceOf(WriteAnswer.Applied.class);
        assertThat(world.read(order).lifecycle()).isEqualTo(Lifecycle.CONFIRMED);
    }

    @Test
    void item19AsksForThePickupPoint() {
        String order = world.kaufland
                .buyers()
                .placeReady(KauflandOrderScript.builder()
                        .from(SimulatedKaufland.order())
                        .pickup(packstation())
                        .build());

        ChannelOrder read = world.read(order);

        assertThat(read.delivery().pickupPoint().orElseThrow().id()).isEqualTo("260");
        assertThat(read.delivery()
                        .recipient()
                        .orElseThrow()
                        .address()
                        .orElseThrow()
                        .street())
                .contains("Postnummer 990845511");
    }

    @Test
    void item22TellsByWhenItIsToBeDelivered() {
        String order = world.kaufland.buyers().placeReady(SimulatedKaufland.order());

        assertThat(world.read(order).delivery().deliverBy()).contains(TestContext.START.plus(Duration.ofDays(4)));
        assertThat(world.read(order).delivery().dispatchBy()).isEmpty();
    }

    private WriteAnswer status(String order, StatusIntent intent) {
        return world.connector
                .statusUpdates()
                .orElseThrow()
                .update(new StatusUpdate(order, Optional.empty(), intent, true));
    }

    private static KauflandPickupLocation packstation() {
        return new KauflandPickupLocation("260", "DHL", "DHL", "packstation", Optional.of("990845511"));
    }

    private static List<String> ids(List<Item> items) {
        return items.stream()
                .map(item -> SimulatedKaufland.changed(item).externalId())
                .toList();
    }
}
