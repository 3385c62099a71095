package io.orderweave.connectors.kaufland;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.orderweave.channel.ChannelId;
import io.orderweave.channel.Storefront;
import io.orderweave.connection.Checkpoint;
import io.orderweave.connector.Cancellations.Cancellation;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.DocumentUploads.DocumentUpload;
import io.orderweave.connector.OfferRef;
import io.orderweave.connector.OrderFeed.Batch;
import io.orderweave.connector.PriceUpdates.OfferPrice;
import io.orderweave.connector.RefundRequest;
import io.orderweave.connector.ReturnDecisions.ReturnDecision;
import io.orderweave.connector.ReturnDecisions.Verdict;
import io.orderweave.connector.StatusUpdates.StatusUpdate;
import io.orderweave.connector.StockUpdates.StockLevel;
import io.orderweave.connector.TrackingUpdates.TrackingUpdate;
import io.orderweave.money.Money;
import io.orderweave.order.CancellationReason;
import io.orderweave.order.StatusIntent;
import io.orderweave.payment.RefundPart;
import io.orderweave.payment.RefundReason;
import io.orderweave.referee.RefereeProxy;
import io.orderweave.referee.ReferenceData;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.kaufland.KauflandOffer;
import io.orderweave.simulator.kaufland.KauflandSimulator;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What passes between connector and simulator is as Kaufland's published document says, or its difference is explained. */
class KauflandRefereeTest {

    private static final byte[] PDF = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    private static final Optional<Storefront> GERMANY = Optional.of(new Storefront("de"));

    private final TestContext context = new TestContext();
    private HttpServer host;

    /** Kaufland asks whether a callback is the seller's. */
    @BeforeEach
    void answerTheCallback() throws IOException {
        host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        host.createContext("/push", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        host.start();
    }

    @AfterEach
    void stop() {
        host.stop(0);
    }

    @Test
    void everyRequestAndAnswerIsAsTheDocumentSays() {
        try (KauflandSimulator kaufland = KauflandSimulator.builder(TestContext.CLIENT_KEY, TestContext.SECRET_KEY)
                        .clock(context.clock)
                        .start();
                RefereeProxy referee = referee(kaufland)) {
            kaufland.platform().isReachedAt(referee.url());
            ChannelConnector connector = context.connector(referee.url().toString(), push());
            connector.probe();
            read(connector);
            refuse(connector);
            ship(kaufland, connector, elsewhere(referee.url()));
            cancel(kaufland, connector);
            takeBack(kaufland, connector);
            offer(kaufland, connector);
            kaufland.platform().disableSubscriptions();
            context.clock.advance(Duration.ofHours(7));
            read(connector);

            assertThat(referee.violations()).isEmpty();
            assertThat(KauflandReferee.find().orElseThrow().unused())
                    .as("differences explained that there are not")
                    .isEmpty();
            assertThat(kaufland.requestsByOperation())
                    .as("every call of the connector's was made")
                    .hasSameSizeAs(KauflandApi.class.getDeclaredMethods());
        }
    }

    private static RefereeProxy referee(KauflandSimulator kaufland) {
        @Nullable RefereeProxy referee = KauflandReferee.before(URI.create(kaufland.baseUrl()));
        return referee == null ? ReferenceData.skip("Kaufland's document") : referee;
    }

    private Map<String, String> push() {
        return Map.of(
                KauflandConnectorFactory.PUSH_URL,
                "http://127.0.0.1:" + host.getAddress().getPort() + "/push",
                KauflandConnectorFactory.PUSH_EMAIL,
                "shop@shop.example");
    }

    private static void read(ChannelConnector connector) {
        Optional<Checkpoint> at = Optional.empty();
        for (boolean more = true; more; ) {
            Batch batch = connector.orderFeed().orElseThrow().poll(at, 2);
            at = Optional.of(batch.next());
            more = batch.more();
        }
        connector.returnFeed().orElseThrow().poll(Optional.empty(), 2);
        connector.catalogFeed().orElseThrow().poll(Optional.empty(), 2);
    }

    /** An order that is not there. */
    private static void refuse(ChannelConnector connector) {
        connector.orderReader().orElseThrow().read("MNOSUCH");
        status(connector, "MNOSUCH", StatusIntent.PROCESSING);
    }

    private static void status(ChannelConnector connector, String order, StatusIntent intent) {
        connector.statusUpdates().orElseThrow().update(new StatusUpdate(order, Optional.empty(), intent, true));
    }

    private static void ship(KauflandSimulator kaufland, ChannelConnector connector, KauflandApi elsewhere) {
        String order = kaufland.buyers().place(SimulatedKaufland.order());
        kaufland.faults()
                .on("PATCH", ".*/fulfil")
                .once(Fault.statusAfterWrite(
                        400,
                        Map.of("Content-Type", "application/json"),
                        "{\"type\":\"/problems/duplicate-action\",\"message\":\"Done before\",\"errors\":[]}"));
        status(connector, order, StatusIntent.PROCESSING);
        track(connector, order, "dhl", "n-1");
        track(connector, order, "riders", "n-2");
        DocumentUpload invoice = new DocumentUpload(order, "RE/1", PDF);
        connector.documentUploads().orElseThrow().begin(invoice);
        elsewhere.addInvoice(order, new KauflandNewInvoiceDto("RE-1.pdf", "application/pdf", "JVBERi0="));
        connector.documentUploads().orElseThrow().begin(invoice);
        connector.refunds().orElseThrow().refund(refund(connector, order));
        status(connector, kaufland.buyers().placeReady(SimulatedKaufland.order()), StatusIntent.SHIPPED);
    }

    /** Whoever else writes for the seller. */
    private KauflandApi elsewhere(URI url) {
        return KauflandClients.api(
                KauflandConfig.of(context.settings(url.toString(), Map.of())),
                context.clock,
                context.clock::advance,
                KauflandClients.PATIENCE);
    }

    private static void track(ChannelConnector connector, String order, String courier, String number) {
        connector
                .trackingUpdates()
                .orElseThrow()
                .add(new TrackingUpdate(order, new ChannelId(courier), number, Map.of()));
    }

    private static RefundRequest refund(ChannelConnector connector, String id) {
        ChannelOrder order =
                SimulatedKaufland.changed(connector.orderReader().orElseThrow().read(id));
        return RefundRequest.builder()
                .key(UUID.fromString("7d1a4b0e-0000-4000-8000-000000000003"))
                .externalId(id)
                .reason(RefundReason.WRONG_ITEM)
                .addPart(new RefundPart.Pieces(order.lines().get(0).id(), 1, Money.of("12.99", "EUR")))
                .build();
    }

    private static void cancel(KauflandSimulator kaufland, ChannelConnector connector) {
        String order = kaufland.buyers().placeReady(SimulatedKaufland.order());
        connector
                .cancellations()
                .orElseThrow()
                .cancel(new Cancellation(order, Set.of(), CancellationReason.WRONG_PRICE));
    }

    private static void takeBack(KauflandSimulator kaufland, ChannelConnector connector) {
        String order = kaufland.buyers().placeReady(SimulatedKaufland.order());
        List<Long> units = kaufland.counters().order(order).unitIds();
        units.forEach(unit -> kaufland.platform().setUnitStatus(unit, "sent"));
        int piece = 0;
        for (Verdict verdict : connector.returnDecisions().orElseThrow().supported()) {
            long id = kaufland.buyers().announceReturn(order, List.of(units.get(piece++)), "defect", "Henkel ab");
            kaufland.platform().moveReturn(id, "package_received");
            connector
                    .returnDecisions()
                    .orElseThrow()
                    .decide(new ReturnDecision(
                            Long.toString(id), List.of(), verdict, Optional.empty(), Optional.of("Bild?")));
        }
    }

    private static void offer(KauflandSimulator kaufland, ChannelConnector connector) {
        OfferRef one = new OfferRef(Long.toString(offer(kaufland, "TAS")), GERMANY);
        OfferRef two = new OfferRef(Long.toString(offer(kaufland, "KANNE")), GERMANY);
        OfferRef none = new OfferRef("999999", GERMANY);
        connector.stockUpdates().orElseThrow().update("k", List.of(new StockLevel(one, 3)));
        connector
                .stockUpdates()
                .orElseThrow()
                .update("k", List.of(new StockLevel(one, 3), new StockLevel(two, 0), new StockLevel(none, 1)));
        connector.priceUpdates().orElseThrow().update("k", List.of(new OfferPrice(one, Money.of("0.01", "EUR"))));
    }

    private static long offer(KauflandSimulator kaufland, String number) {
        return kaufland.platform()
                .offer(KauflandOffer.builder()
                        .offerId(number)
                        .title("Tasse")
                        .ean("4006381333931")
                        .price(new BigDecimal("12.99"))
                        .amount(1)
                        .build());
    }
}
