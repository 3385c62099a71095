package io.orderweave.connectors.kaufland;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.orderweave.channel.ChannelId;
import io.orderweave.channel.Storefront;
import io.orderweave.connector.Cancellations.Cancellation;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.DocumentUploads.DocumentUpload;
import io.orderweave.connector.OfferRef;
import io.orderweave.connector.PriceUpdates.OfferPrice;
import io.orderweave.connector.RefundRequest;
import io.orderweave.connector.ReturnDecisions.ReturnDecision;
import io.orderweave.connector.ReturnDecisions.Verdict;
import io.orderweave.connector.StatusUpdates.StatusUpdate;
import io.orderweave.connector.StockUpdates.StockLevel;
import io.orderweave.connector.TrackingUpdates.TrackingUpdate;
import io.orderweave.http.LenientJson;
import io.orderweave.id.LineId;
import io.orderweave.money.Money;
import io.orderweave.order.CancellationReason;
import io.orderweave.order.StatusIntent;
import io.orderweave.payment.RefundPart;
import io.orderweave.payment.RefundReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every request the connector sends is one that the published specification describes. The specification is not part of this project:
 * the environment variable {@code ORDERWEAVE_REFERENCE} names its folder.
 */
class KauflandRequestsTest {

    private static final LineId MUGS = new LineId("314567000000001");
    private static final byte[] PDF = "%PDF-1.4".getBytes(StandardCharsets.US_ASCII);

    private final WireMockServer server =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    private SpecificationReferee referee =
            new SpecificationReferee(LenientJson.mapper().createObjectNode());
    private ChannelConnector connector = new TestContext().connector("http://127.0.0.1:1/v2", Map.of());

    @BeforeEach
    void listen() throws IOException {
        String folder = System.getenv("ORDERWEAVE_REFERENCE");
        if (folder == null) {
            String why =
                    "skipped: ORDERWEAVE_REFERENCE is not set, so requests are not compared with the specification";
            System.err.println(why);
            abort(why);
            return;
        }
        JsonNode specification =
                LenientJson.mapper().readTree(Files.readAllBytes(Path.of(folder, "specs", "kaufland-openapi.json")));
        referee = new SpecificationReferee(specification);
        server.start();
        connector = new TestContext()
                .connector(
                        "http://127.0.0.1:" + server.port() + "/v2",
                        Map.of(
                                KauflandConnectorFactory.PUSH_URL, "https://shop.example/kaufland",
                                KauflandConnectorFactory.PUSH_EMAIL, "shop@shop.example"));
        server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204)));
        server.stubFor(get(anyUrl()).willReturn(okJson("{\"data\":[]}")));
        server.stubFor(get(urlPathMatching("/v2/info/storefront")).willReturn(okJson("{\"data\":[\"de\",\"cz\"]}")));
        server.stubFor(get(urlPathMatching("/v2/carriers")).willReturn(okJson("{\"data\":{\"carriers\":[]}}")));
        server.stubFor(post(urlPathMatching("/v2/order-invoices/.*"))
                .willReturn(aResponse().withStatus(201).withBody("{\"data\":{\"id_invoice\":5}}")));
        server.stubFor(get(urlPathMatching("/v2/returns/7"))
                .willReturn(okJson("{\"data\":{\"id_return\":7,\"return_units\":[{\"id_return_unit\":70}]}}")));
    }

    @AfterEach
    void close() {
        server.stop();
    }

    @Test
    void sendsOnlyWhatIsPublished() throws IOException {
        order("open", "open", "cancelled", "open");
        status(StatusIntent.PROCESSING);
        order("need_to_be_sent", "need_to_be_sent", "cancelled", "need_to_be_sent");
        status(StatusIntent.SHIPPED);
        track();
        connector
                .cancellations()
                .orElseThrow()
                .cancel(new Cancellation(Fixture.ID, Set.of(), CancellationReason.WRONG_PRICE));
        connector.documentUploads().orElseThrow().begin(new DocumentUpload(Fixture.ID, "RE/1", PDF));
        order("sent", "returned", "cancelled", "received");
        track();
        refund();
        for (Verdict verdict : connector.returnDecisions().orElseThrow().supported()) {
            connector
                    .returnDecisions()
                    .orElseThrow()
                    .decide(new ReturnDecision("7", List.of(), verdict, Optional.empty(), Optional.of("Bild?")));
        }
        offers();
        connector.probe();
        connector.orderFeed().orElseThrow().poll(Optional.empty(), 50);
        connector.returnFeed().orElseThrow().poll(Optional.empty(), 50);
        connector.catalogFeed().orElseThrow().poll(Optional.empty(), 50);

        List<LoggedRequest> sent = server.getAllServeEvents().stream()
                .map(event -> event.getRequest())
                .toList();
        assertThat(sent.stream().map(referee::operation).distinct())
                .as("the operations that were tried")
                .hasSizeGreaterThanOrEqualTo(19);
        for (LoggedRequest request : sent) {
            assertThat(referee.faults(request))
                    .as(request.getMethod() + " " + request.getUrl())
                    .isEmpty();
            assertThat(signed(request)).as(request.getUrl()).isTrue();
        }
    }

    private void status(StatusIntent intent) {
        connector.statusUpdates().orElseThrow().update(new StatusUpdate(Fixture.ID, Optional.empty(), intent, true));
    }

    private void track() {
        connector
                .trackingUpdates()
                .orElseThrow()
                .add(new TrackingUpdate(Fixture.ID, new ChannelId("dhl"), "n-1", Map.of()));
    }

    private void refund() {
        connector
                .refunds()
                .orElseThrow()
                .refund(RefundRequest.builder()
                        .key(UUID.fromString("7d1a4b0e-0000-4000-8000-000000000003"))
                        .externalId(Fixture.ID)
                        .reason(RefundReason.WRONG_ITEM)
                        .addPart(new RefundPart.Pieces(MUGS, 1, Money.of("12.99", "EUR")))
                        .build());
    }

    private void offers() {
        OfferRef one = new OfferRef("71", Optional.of(new Storefront("de")));
        OfferRef two = new OfferRef("72", Optional.of(new Storefront("de")));
        server.stubFor(
                post(urlPathMatching("/v2/units/bulk"))
                        .willReturn(
                                aResponse()
                                        .withStatus(207)
                                        .withBody(
                                                "{\"data\":[{\"id_unit\":71,\"status_code\":200},{\"id_unit\":72,\"status_code\":200}]}")));
        connector.stockUpdates().orElseThrow().update("k", List.of(new StockLevel(one, 3)));
        connector.stockUpdates().orElseThrow().update("k", List.of(new StockLevel(one, 3), new StockLevel(two, 0)));
        connector.priceUpdates().orElseThrow().update("k", List.of(new OfferPrice(one, Money.of("0.01", "EUR"))));
    }

    private void order(String... statuses) {
        server.stubFor(get(urlPathMatching("/v2/orders/" + Fixture.ID))
                .willReturn(okJson(
                        new String(Fixture.order().statuses(statuses).raw().bytes(), StandardCharsets.UTF_8))));
    }

    /** By the URL as it came, which the fake server's own idea of it may differ from. */
    private boolean signed(Request request) {
        KauflandSigner signer = new KauflandSigner(
                new KauflandConfig.Keys(TestContext.CLIENT_KEY, TestContext.SECRET_KEY), Optional.empty());
        byte[] body = request.getBody() == null ? new byte[0] : request.getBody();
        return signer.signed(
                request.getHeader("Shop-Signature"),
                request.getMethod().getName(),
                "http://127.0.0.1:" + server.port() + request.getUrl(),
                body,
                request.getHeader("Shop-Timestamp"));
    }
}
