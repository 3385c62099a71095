package io.orderweave.connectors.allegro;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.orderweave.channel.ChannelId;
import io.orderweave.channel.RemoteAccount;
import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.DocumentUploads.DocumentUpload;
import io.orderweave.connector.OrderFeed.Batch;
import io.orderweave.connector.OrderFeed.Item;
import io.orderweave.connector.RefundRequest;
import io.orderweave.connector.ReturnDecisions.ReturnDecision;
import io.orderweave.connector.ReturnDecisions.Verdict;
import io.orderweave.connector.StatusUpdates.StatusUpdate;
import io.orderweave.connector.TrackingUpdates.TrackingUpdate;
import io.orderweave.error.FaultCategory;
import io.orderweave.id.ChargeId;
import io.orderweave.id.LineId;
import io.orderweave.money.Money;
import io.orderweave.order.StatusIntent;
import io.orderweave.payment.RefundPart;
import io.orderweave.payment.RefundReason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire, and answers that the simulator is too sound to give. */
class AllegroWireTest {

    private static final String FORM = "5b1f0c30-1a2b-11f1-9c55-7f3d2a90be01";
    private static final String FORM_PATH = "/order/checkout-forms/" + FORM;
    private static final String USER_AGENT = "TestShop/1.2.3 (+https://shop.example/allegro)";

    @RegisterExtension
    private static final WireMockExtension ALLEGRO = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private final TestContext context = new TestContext().authorised("access-1");
    private final ChannelConnector connector = connector(context, TestContext.CLIENT_ID);

    @Test
    void saysWhoItIsOnEveryCallAlsoForTokens() {
        context.clock.advance(Duration.ofDays(400));
        ALLEGRO.stubFor(post("/auth/oauth/token").willReturn(json("""
                {"access_token":"access-2","refresh_token":"refresh-2","expires_in":43200,"token_type":"bearer"}""")));
        ALLEGRO.stubFor(get("/me").willReturn(json("{\"id\":\"77\",\"login\":\"shop\"}")));

        assertThat(connector.probe()).isEqualTo(new RemoteAccount("77"));

        ALLEGRO.verify(postRequestedFor(urlEqualTo("/auth/oauth/token"))
                .withHeader("User-Agent", equalTo(USER_AGENT))
                .withHeader("Authorization", equalTo("Basic Y2xpZW50LW9mLXRoZS1zaG9wOnNlY3JldC1vZi10aGUtc2hvcA=="))
                .withHeader("Content-Type", containing("application/x-www-form-urlencoded"))
                .withRequestBody(equalTo("grant_type=refresh_token&refresh_token=refresh-unused")));
        ALLEGRO.verify(getRequestedFor(urlEqualTo("/me"))
                .withHeader("User-Agent", equalTo(USER_AGENT))
                .withHeader("Accept", equalTo(AllegroApi.MEDIA_TYPE))
                .withHeader("Authorization", equalTo("Bearer access-2")));
    }

    @Test
    void writesAStatusInAllegrosMediaTypeWithTheRevision() {
        ALLEGRO.stubFor(
                get(FORM_PATH).willReturn(json(Fixture.prepaidLocker().form().toString())));
        ALLEGRO.stubFor(put(urlPathEqualTo(FORM_PATH + "/fulfillment"))
                .willReturn(aResponse().withStatus(204)));

        connector
                .statusUpdates()
                .orElseThrow()
                .update(new StatusUpdate(FORM, Optional.empty(), StatusIntent.SHIPPED, false));
        connector
                .statusUpdates()
                .orElseThrow()
                .update(new StatusUpdate(FORM, Optional.empty(), StatusIntent.PROCESSING, true));

        String path = FORM_PATH + "/fulfillment?checkoutForm.revision=a1b2c3d4";
        ALLEGRO.verify(putRequestedFor(urlEqualTo(path))
                .withHeader("Content-Type", equalTo(AllegroApi.MEDIA_TYPE))
                .withHeader("Accept", equalTo(AllegroApi.MEDIA_TYPE))
                .withRequestBody(equalToJson(
                        "{\"status\":\"SENT\",\"shipmentSummary\":{\"lineItemsSent\":\"SOME\"}}", false, false)));
        ALLEGRO.verify(putRequestedFor(urlEqualTo(path))
                .withRequestBody(equalToJson("{\"status\":\"PROCESSING\"}", false, false)));
    }

    @Test
    void writesOnlyThePartsThatATrackingNumberHas() {
        ALLEGRO.stubFor(get(FORM_PATH).willReturn(json("{}")));
        ALLEGRO.stubFor(get(FORM_PATH + "/shipments").willReturn(json("{\"shipments\":[]}")));
        ALLEGRO.stubFor(
                get("/order/carriers").willReturn(json("{\"carriers\":[{\"id\":\"DHL\"},{\"id\":\"OTHER\"},null]}")));
        ALLEGRO.stubFor(post(FORM_PATH + "/shipments")
                .willReturn(json("{\"id\":\"s-1\",\"waybill\":\"n-1\"}").withStatus(201)));
        var updates = connector.trackingUpdates().orElseThrow();

        assertThat(updates.add(new TrackingUpdate(FORM, new ChannelId("dhl"), "n-1", Map.of())))
                .isEqualTo(WriteAnswer.applied("s-1"));
        updates.add(new TrackingUpdate(FORM, new ChannelId("other"), "n-2", Map.of(new LineId("l-1"), 1)));

        ALLEGRO.verify(postRequestedFor(urlEqualTo(FORM_PATH + "/shipments"))
                .withHeader("Content-Type", equalTo(AllegroApi.MEDIA_TYPE))
                .withRequestBody(equalToJson("{\"carrierId\":\"DHL\",\"waybill\":\"n-1\"}", false, false)));
        ALLEGRO.verify(
                postRequestedFor(urlEqualTo(FORM_PATH + "/shipments")).withRequestBody(equalToJson("""
                        {"carrierId":"OTHER","carrierName":"other","waybill":"n-2","lineItems":[{"id":"l-1"}]}""", false, false)));
    }

    @Test
    void asksInTheBetaMediaTypeForReturnsOnly() {
        String path = "/order/customer-returns/r-1";
        ALLEGRO.stubFor(get(urlPathEqualTo("/order/customer-returns")).willReturn(json("{\"customerReturns\":[]}")));
        ALLEGRO.stubFor(get(path).willReturn(json("{\"id\":\"r-1\",\"status\":\"DELIVERED\"}")));
        ALLEGRO.stubFor(post(path + "/rejection").willReturn(json("{\"id\":\"r-1\"}")));
        ALLEGRO.stubFor(get("/order/carriers").willReturn(json("{\"carriers\":[]}")));
        ALLEGRO.stubFor(get(urlPathEqualTo("/order/events")).willReturn(json("{\"events\":[]}")));

        connector.returnFeed().orElseThrow().poll(Optional.empty(), 10);
        connector
                .returnDecisions()
                .orElseThrow()
                .decide(new ReturnDecision("r-1", List.of(), Verdict.REPAIRED, Optional.empty(), Optional.empty()));
        connector
                .orderFeed()
                .orElseThrow()
                .poll(Optional.of(new Checkpoint(1, "{\"reconciledAt\":\"" + TestContext.START + "\"}")), 10);

        ALLEGRO.verify(getRequestedFor(urlPathEqualTo("/order/customer-returns"))
                .withHeader("Accept", equalTo(AllegroApi.BETA_MEDIA_TYPE)));
        ALLEGRO.verify(getRequestedFor(urlEqualTo(path)).withHeader("Accept", equalTo(AllegroApi.BETA_MEDIA_TYPE)));
        ALLEGRO.verify(postRequestedFor(urlEqualTo(path + "/rejection"))
                .withHeader("Accept", equalTo(AllegroApi.BETA_MEDIA_TYPE))
                .withHeader("Content-Type", equalTo(AllegroApi.BETA_MEDIA_TYPE))
                .withRequestBody(equalToJson("{\"rejection\":{\"code\":\"ITEM_FIXED\"}}", false, false)));
        ALLEGRO.verify(
                getRequestedFor(urlPathEqualTo("/order/events")).withHeader("Accept", equalTo(AllegroApi.MEDIA_TYPE)));
    }

    @Test
    void writesARefundItemByItemUnderItsCommand() {
        ALLEGRO.stubFor(
                get(FORM_PATH).willReturn(json(Fixture.prepaidLocker().form().toString())));
        ALLEGRO.stubFor(post("/payments/refunds").willReturn(json("{\"id\":\"rf-1\",\"status\":\"SUCCESS\"}")));
        UUID key = UUID.fromString("5f0d6b6e-53a4-4ab1-9a0e-0d8f5d4f8a01");
        LineId line =
                new LineId(Fixture.prepaidLocker().form().at("/lineItems/0/id").asText());
        Money price = Money.of(
                Fixture.prepaidLocker().form().at("/lineItems/0/price/amount").asText(), "PLN");

        WriteAnswer answer = connector
                .refunds()
                .orElseThrow()
                .refund(RefundRequest.builder()
                        .key(key)
                        .externalId(FORM)
                        .payment("p-1")
                        .reason(RefundReason.CANCELLED)
                        .addParts(new RefundPart.Pieces(line, 1, price))
                        .addParts(new RefundPart.OfCharge(new ChargeId("delivery"), Money.of("9.5", "PLN")))
                        .build());

        assertThat(answer).isEqualTo(WriteAnswer.applied("rf-1"));
        ALLEGRO.verify(postRequestedFor(urlEqualTo("/payments/refunds"))
                .withHeader("Content-Type", equalTo(AllegroApi.MEDIA_TYPE))
                .withRequestBody(equalToJson("""
                        {"payment":{"id":"p-1"},"order":{"id":"%s"},"commandId":"%s","reason":"CANCELLED_BY_BUYER",
                         "lineItems":[{"id":"%s","type":"QUANTITY","quantity":1}],
                         "delivery":{"value":{"amount":"9.50","currency":"PLN"}},"sellerComment":"ref. %s"}""".formatted(FORM, key, line, key), false, false)));
    }

    @Test
    void sendsTheBytesOfAnInvoiceRaw() {
        byte[] pdf = "%PDF-1.7 raw".getBytes(StandardCharsets.US_ASCII);
        ALLEGRO.stubFor(get(FORM_PATH + "/invoices").willReturn(json("{\"invoices\":[]}")));
        ALLEGRO.stubFor(post(FORM_PATH + "/invoices")
                .willReturn(json("{\"id\":\"i-1\"}").withStatus(201)));
        ALLEGRO.stubFor(
                put(FORM_PATH + "/invoices/i-1/file").willReturn(aResponse().withStatus(200)));
        var uploads = connector.documentUploads().orElseThrow();
        DocumentUpload upload = new DocumentUpload(FORM, "FV/17/2026", pdf);

        uploads.begin(upload);
        uploads.resume("i-1", upload);

        ALLEGRO.verify(postRequestedFor(urlEqualTo(FORM_PATH + "/invoices"))
                .withRequestBody(equalToJson(
                        "{\"file\":{\"name\":\"FV-17-2026.pdf\"},\"invoiceNumber\":\"FV/17/2026\"}", false, false)));
        ALLEGRO.verify(putRequestedFor(urlEqualTo(FORM_PATH + "/invoices/i-1/file"))
                .withHeader("Content-Type", equalTo("application/pdf"))
                .withHeader("Accept", equalTo(AllegroApi.MEDIA_TYPE))
                .withRequestBody(binaryEqualTo(pdf)));
    }

    @Test
    void namesAllegrosTraceInFaultsAndRefusals() {
        ResponseDefinitionBuilder broken = aResponse().withStatus(500).withHeader("trace-id", "t-500");
        ALLEGRO.stubFor(get("/me").willReturn(broken));
        ALLEGRO.stubFor(get(FORM_PATH + "/shipments")
                .willReturn(json("{\"errors\":[{\"code\":\"OrderNotFound\",\"message\":null}]}")
                        .withStatus(404)
                        .withHeader("trace-id", "t-404")));

        OutsideFault fault = catchThrowableOfType(OutsideFault.class, connector::probe);
        WriteAnswer answer = connector
                .trackingUpdates()
                .orElseThrow()
                .add(new TrackingUpdate(FORM, new ChannelId("dhl"), "n-1", Map.of()));

        assertThat(fault.remoteRequestId()).contains("t-500");
        assertThat(answer)
                .isInstanceOfSatisfying(
                        WriteAnswer.Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains("status 404", "OrderNotFound", "t-404"));
    }

    @Test
    void stopsAllAccountsOfTheClientDuringABlock() {
        // A client of its own: the budget is the process's.
        ChannelConnector one = connector(new TestContext().authorised("access-a"), "client-blocked");
        TestContext otherContext = new TestContext().authorised("access-b");
        ChannelConnector other = connector(otherContext, "client-blocked");
        ALLEGRO.stubFor(get("/me").willReturn(aResponse().withStatus(429)));
        assertThat(catchThrowableOfType(OutsideFault.class, one::probe).category())
                .isEqualTo(FaultCategory.RATE_LIMITED);
        ALLEGRO.stubFor(get("/me").willReturn(json("{\"id\":\"77\"}")));

        OutsideFault fault = catchThrowableOfType(OutsideFault.class, other::probe);

        assertThat(fault.category()).isEqualTo(FaultCategory.RATE_LIMITED);
        assertThat(fault.retryAfter()).contains(Duration.ofMinutes(1));
        ALLEGRO.verify(1, getRequestedFor(urlEqualTo("/me")));
        assertThat(connector.probe()).isEqualTo(new RemoteAccount("77"));
        otherContext.clock.advance(Duration.ofMinutes(1));
        assertThat(other.probe()).isEqualTo(new RemoteAccount("77"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"id\":null,\"login\":null}", "{\"id\":\"a b\"}", "{\"id\":\"\"}"})
    void refusesAnAnswerThatNamesNoAccount(String me) {
        ALLEGRO.stubFor(get("/me").willReturn(json(me)));

        assertThat(catchThrowableOfType(OutsideFault.class, connector::probe).category())
                .isEqualTo(FaultCategory.CONTRACT);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 410, 422})
    void walksTheListWhenTheJournalRefusesTheLastEvent(int status) {
        ALLEGRO.stubFor(
                get(urlPathEqualTo("/order/events")).willReturn(aResponse().withStatus(status)));
        ALLEGRO.stubFor(get("/order/event-stats").willReturn(json("{\"latestEvent\":{\"id\":\"900\"}}")));
        ALLEGRO.stubFor(get(urlPathEqualTo("/order/checkout-forms"))
                .willReturn(
                        json("{\"checkoutForms\":[" + Fixture.prepaidLocker().form() + "],\"count\":1}")));

        Batch batch = poll(journalAt("17"));

        assertThat(batch.items()).hasSize(1);
        assertThat(batch.next().value()).contains("\"eventId\":\"900\"");
        ALLEGRO.verify(getRequestedFor(urlPathEqualTo("/order/checkout-forms"))
                .withQueryParam("updatedAt.gte", equalTo("2026-02-28T07:59:00Z")));
    }

    @Test
    void beginsAJournalThatHasNoEventYetWithoutOne() {
        ALLEGRO.stubFor(get("/order/event-stats").willReturn(json("{}")));
        ALLEGRO.stubFor(
                get(urlPathEqualTo("/order/checkout-forms")).willReturn(json("{\"checkoutForms\":[],\"count\":0}")));
        ALLEGRO.stubFor(get(urlPathEqualTo("/order/events")).willReturn(json("{\"events\":[]}")));

        Batch first = connector.orderFeed().orElseThrow().poll(Optional.empty(), 50);
        Batch second = poll(first.next());

        assertThat(first.items()).isEmpty();
        assertThat(second.items()).isEmpty();
        ALLEGRO.verify(getRequestedFor(urlPathEqualTo("/order/events"))
                .withQueryParam("from", absent())
                .withQueryParam("limit", equalTo("50")));
    }

    @Test
    void readsEventsOfEveryShape() {
        ALLEGRO.stubFor(get(urlPathEqualTo("/order/events")).willReturn(json("""
                {"events":[
                  null,
                  {"id":"18","type":"SOMETHING_NEW","order":{"checkoutForm":{"id":"%s"}}},
                  {"id":"19","type":"BOUGHT","order":{"checkoutForm":null}},
                  {"id":"20","type":"BOUGHT","order":null},
                  {"id":"21","order":{"checkoutForm":{"id":"../../me"}}},
                  {"id":null,"order":{"checkoutForm":{"id":"%s"}}}]}""".formatted(FORM, FORM))));
        ALLEGRO.stubFor(
                get(FORM_PATH).willReturn(json(Fixture.prepaidLocker().form().toString())));

        Batch batch = poll(journalAt("17"));

        assertThat(batch.items()).hasSize(2);
        assertThat(batch.items().get(0)).isInstanceOf(Item.Changed.class);
        assertThat(batch.items().get(1))
                .isInstanceOfSatisfying(
                        Item.Unreadable.class,
                        unreadable -> assertThat(unreadable.externalId()).startsWith("unidentified-"));
        assertThat(batch.next().value()).contains("\"eventId\":\"21\"");
        ALLEGRO.verify(1, getRequestedFor(urlEqualTo(FORM_PATH)));
    }

    @Test
    void quarantinesWhatIsNoFormInAList() {
        ALLEGRO.stubFor(get("/order/event-stats").willReturn(json("{}")));
        ALLEGRO.stubFor(get(urlPathEqualTo("/order/checkout-forms"))
                .willReturn(json("{\"checkoutForms\":[null, 12, {\"id\":{}}, {\"id\":\"a b\"}, {\"id\":\"x\"}]}")));

        Batch batch = connector.orderFeed().orElseThrow().poll(Optional.empty(), 50);

        assertThat(batch.items()).hasSize(5).allMatch(Item.Unreadable.class::isInstance);
        assertThat(batch.items().stream().map(item -> ((Item.Unreadable) item).externalId()))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[A-Za-z0-9-]+"));
    }

    /** Taken for an empty list, it would let the checkpoint pass what was not shown. */
    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{}", "[]", "{\"checkoutForms\":null}"})
    void takesWhatIsNoListForAFault(String answer) {
        ALLEGRO.stubFor(get("/order/event-stats").willReturn(json("{}")));
        ALLEGRO.stubFor(get(urlPathEqualTo("/order/checkout-forms")).willReturn(json(answer)));

        assertThatThrownBy(() -> connector.orderFeed().orElseThrow().poll(Optional.empty(), 50))
                .isInstanceOfSatisfying(
                        OutsideFault.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.CONTRACT));
    }

    @Test
    void quarantinesAFormThatAllegroRefusesToShow() {
        ALLEGRO.stubFor(get(FORM_PATH).willReturn(aResponse().withStatus(422)));

        assertThat(connector.orderReader().orElseThrow().read(FORM)).isInstanceOf(Item.Unreadable.class);
    }

    private static ChannelConnector connector(TestContext context, String clientId) {
        return context.connector(ALLEGRO.baseUrl(), Map.of(AllegroConnectorFactory.CLIENT_ID, clientId));
    }

    private Batch poll(Checkpoint from) {
        return connector.orderFeed().orElseThrow().poll(Optional.of(from), 50);
    }

    /** A checkpoint of a minute ago. */
    private static Checkpoint journalAt(String eventId) {
        return new Checkpoint(1, "{\"eventId\":\"" + eventId + "\",\"reconciledAt\":\"2026-03-02T07:59:00Z\"}");
    }

    private static ResponseDefinitionBuilder json(String body) {
        return aResponse().withHeader("Content-Type", AllegroApi.MEDIA_TYPE).withBody(body);
    }
}
