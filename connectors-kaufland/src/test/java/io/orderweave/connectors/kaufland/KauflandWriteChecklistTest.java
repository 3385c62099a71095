package io.orderweave.connectors.kaufland;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.channel.ChannelId;
import io.orderweave.channel.Storefront;
import io.orderweave.connection.Lookup;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.BatchAnswer;
import io.orderweave.connector.Cancellations.Cancellation;
import io.orderweave.connector.DocumentUploads.DocumentUpload;
import io.orderweave.connector.OfferRef;
import io.orderweave.connector.OrderFeed.Item;
import io.orderweave.connector.StatusUpdates.StatusUpdate;
import io.orderweave.connector.StockUpdates.StockLevel;
import io.orderweave.connector.TrackingUpdates.TrackingUpdate;
import io.orderweave.order.CancellationReason;
import io.orderweave.order.Lifecycle;
import io.orderweave.order.StatusIntent;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.kaufland.KauflandOffer;
import io.orderweave.simulator.kaufland.KauflandOrderScript;
import io.orderweave.simulator.kaufland.KauflandUnitCounters;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a Kaufland connector must get right in what it writes, by the number in docs/connectors/kaufland.md; details are in other tests. */
class KauflandWriteChecklistTest {

    private static final byte[] PDF = "%PDF-1.4 x".getBytes(StandardCharsets.US_ASCII);

    private final SimulatedKaufland world = new SimulatedKaufland();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void item11ShipsEveryUnitOfAParcelAndNamesTheOnesRefused() {
        String order = world.kaufland.buyers().placeReady(SimulatedKaufland.order());
        long second = world.units(order).get(1);
        world.kaufland
                .faults()
                .on("PATCH", "/v2/order-units/" + second + "/send")
                .once(Fault.status(403));

        assertThatThrownBy(() -> world.ship(order, "n-1"))
                .isInstanceOf(OutsideFault.class)
                .hasMessageContainingAll("unit " + second, "3 done");

        assertThat(world.kaufland.counters().order(order).statuses())
                .containsExactly("sent", "need_to_be_sent", "sent", "sent");
    }

    @Test
    void item12KeepsCommasOutOfANumberAndAddsLaterParcelsAsShipments() {
        String order = world.kaufland.buyers().placeReady(SimulatedKaufland.order());

        assertThat(world.ship(order, "n-1,n-2")).isInstanceOf(WriteAnswer.Rejected.class);
        assertThat(world.ship(order, "n-1")).isInstanceOf(WriteAnswer.Applied.class);
        assertThat(world.ship(order, "n-2")).isInstanceOf(WriteAnswer.Applied.class);

        assertThat(world.kaufland.counters().order(order).units())
                .allSatisfy(unit -> assertThat(unit.parcelsByNumber()).containsOnlyKeys("n-1", "n-2"));
        assertThat(world.newRequests()).filteredOn("POST /shipments"::equals).hasSize(4);
    }

    @Test
    void item13TakesTheCarrierFromKauflandsListElseOther() {
        String order = world.kaufland.buyers().placeReady(SimulatedKaufland.order());
        world.ship(order, "n-1");
        world.connector
                .trackingUpdates()
                .orElseThrow()
                .add(new TrackingUpdate(order, new ChannelId("own-van"), "n-2", Map.of()));

        assertThat(world.kaufland.counters().order(order).units().get(0).carriers())
                .containsEntry("n-1", "DHL")
                .containsEntry("n-2", "Other");
    }

    @Test
    void item14CancelsPerUnitWithAReasonAndReadsReasonsItMayNotGive() {
        String order = world.kaufland.buyers().placeReady(SimulatedKaufland.order());
        world.connector
                .cancellations()
                .orElseThrow()
                .cancel(new Cancellation(order, Set.of(), CancellationReason.BUYER_NOT_REACHED));

        assertThat(world.kaufland.counters().order(order).units())
                .extracting(KauflandUnitCounters::cancelReason)
                .containsOnly("NoReactionBuyer");
        world.units(order)
                .forEach(unit ->
                        world.kaufland.buyers().editUnit(unit, json -> json.put("cancel_reason", "NoReaction")));
        assertThat(world.read(order).lifecycle()).isEqualTo(Lifecycle.CANCELLED);
    }

    @Test
    void item15LeavesTheInvoiceToADeemedSupplierAndTrustsNoInvoiceId() {
        String order = world.kaufland
                .buyers()
                .placeReady(KauflandOrderScript.builder()
                        .from(SimulatedKaufland.order())
                        .deemedSupplier(true)
                        .build());
        world.kaufland.platform().provideInvoice(order, 17, "RE-1.pdf");
        DocumentUpload upload = new DocumentUpload(order, "RE/1", PDF);

        assertThat(world.connector.documentUploads().orElseThrow().begin(upload))
                .isInstanceOf(WriteAnswer.Rejected.class);
        assertThat(world.connector.documentUploads().orElseThrow().find(upload)).isEqualTo(Lookup.absent());
        assertThat(new String(world.read(order).raw().content(), StandardCharsets.UTF_8))
                .contains("\"is_marketplace_deemed_supplier\":true");
    }

    @Test
    void item16UploadsInOneStepAndDeletesWhatIsThereTwice() {
        String order = world.kaufland.buyers().placeReady(SimulatedKaufland.order());
        DocumentUpload upload = new DocumentUpload(order, "RE/1", PDF);
        assertThat(world.connector.documentUploads().orElseThrow().begin(upload))
                .isInstanceOf(WriteAnswer.Applied.class);
        KauflandApi other = KauflandClients.api(
                KauflandConfig.of(world.context.settings(world.kaufland.baseUrl(), Map.of())),
                world.context.clock,
                world.context.clock::advance,
                KauflandClients.PATIENCE);
        other.addInvoice(order, new KauflandNewInvoiceDto("RE-1.pdf", "application/pdf", "JVBERi0="));
        world.newRequests();

        assertThat(world.connector.documentUploads().orElseThrow().begin(upload))
                .isInstanceOf(WriteAnswer.AlreadyApplied.class);

        assertThat(world.newRequests())
                .filteredOn(request -> request.startsWith("DELETE"))
                .hasSize(1);
        assertThat(world.kaufland.counters().duplicates()).isEmpty();
    }

    @Test
    void item17SendsAtMost150InBulkAndReadsEachAnswer() {
        long mug = offer();
        OfferRef unknown = new OfferRef("999999", Optional.of(new Storefront("de")));
        OfferRef known = new OfferRef(Long.toString(mug), Optional.of(new Storefront("de")));

        BatchAnswer answer = world.connector
                .stockUpdates()
                .orElseThrow()
                .update("k", List.of(new StockLevel(known, 1), new StockLevel(unknown, 1)));

        assertThat(world.connector.stockUpdates().orElseThrow().batchSize()).isEqualTo(150);
        assertThat(((BatchAnswer.Finished) answer).items().get(known)).isEqualTo(WriteAnswer.applied());
        assertThat(((BatchAnswer.Finished) answer).items().get(unknown)).isInstanceOf(WriteAnswer.Rejected.class);
    }

    @Test
    void item18NamesTheStorefrontInWhateverCase() {
        long mug = offer();

        for (String storefront : List.of("de", "DE")) {
            OfferRef ref = new OfferRef(Long.toString(mug), Optional.of(new Storefront(storefront)));
            BatchAnswer answer =
                    world.connector.stockUpdates().orElseThrow().update("k", List.of(new StockLevel(ref, 3)));
            assertThat(((BatchAnswer.Finished) answer).items()).containsEntry(ref, WriteAnswer.applied());
        }
        String order = world.kaufland.buyers().place(SimulatedKaufland.order());
        world.kaufland.buyers().edit(order, json -> json.put("storefront", "DE"));
        assertThat(world.read(order).storefront()).contains(new Storefront("de"));
    }

    /** {@link KauflandPushTest} has the whole; here: a notification brings no order, polling does. */
    @Test
    void item20TakesPushForAHintAndPollsOn() {
        Map<String, String> push = Map.of(
                KauflandConnectorFactory.PUSH_URL, "https://shop.example/kaufland",
                KauflandConnectorFactory.PUSH_EMAIL, "shop@shop.example");
        try (SimulatedKaufland deaf = new SimulatedKaufland(push, settings -> settings)) {
            String order = deaf.kaufland.buyers().place(SimulatedKaufland.order());
            deaf.kaufland.faults().on("POST", "/v2/subscriptions").always(Fault.status(400));

            assertThat(deaf.connector.inboundEndpoint()).isPresent();
            assertThat(ids(deaf.pull())).containsExactly(order);
        }
    }

    @Test
    void item21TakesADuplicateActionForSuccessOnceTheStatusSaysSo() {
        String duplicate = "{\"type\":\"/problems/duplicate-action\"}";
        String order = world.kaufland.buyers().placeReady(SimulatedKaufland.order());
        world.kaufland.faults().on("PATCH", ".*/send").times(4, Fault.statusAfterWrite(400, Map.of(), duplicate));
        assertThat(shipped(order)).isInstanceOf(WriteAnswer.AlreadyApplied.class);

        String other = world.kaufland.buyers().placeReady(SimulatedKaufland.order());
        world.kaufland.faults().on("PATCH", ".*/send").times(4, Fault.status(400, Map.of(), duplicate));
        assertThat(shipped(other)).isInstanceOf(WriteAnswer.Rejected.class);

        String numbered = world.kaufland.buyers().placeReady(SimulatedKaufland.order());
        world.kaufland.faults().on("PATCH", ".*/send").times(4, Fault.statusAfterWrite(400, Map.of(), duplicate));
        assertThat(world.ship(numbered, "n-1"))
                .as("the status does not tell with which number it went")
                .isInstanceOf(WriteAnswer.Rejected.class);
    }

    private WriteAnswer shipped(String order) {
        return world.connector
                .statusUpdates()
                .orElseThrow()
                .update(new StatusUpdate(order, Optional.empty(), StatusIntent.SHIPPED, true));
    }

    private long offer() {
        return world.kaufland
                .platform()
                .offer(KauflandOffer.builder()
                        .offerId("TAS")
                        .title("Tasse")
                        .ean("4006381333931")
                        .price(new BigDecimal("12.99"))
                        .amount(1)
                        .build());
    }

    private static List<String> ids(List<Item> items) {
        return items.stream()
                .map(item -> SimulatedKaufland.changed(item).externalId())
                .toList();
    }
}
