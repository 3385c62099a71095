package io.orderweave.connectors.merchantpro;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.orderweave.channel.ChannelId;
import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.OfferRef;
import io.orderweave.connector.OrderFeed.Batch;
import io.orderweave.connector.OrderFeed.Item;
import io.orderweave.connector.PriceUpdates.OfferPrice;
import io.orderweave.connector.StatusUpdates.StatusUpdate;
import io.orderweave.connector.TrackingUpdates.TrackingUpdate;
import io.orderweave.error.FaultCategory;
import io.orderweave.money.Money;
import io.orderweave.order.StatusIntent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire, and answers that the simulator is too sound to give. */
class MerchantProWireTest {

    private static final String ORDERS = "/api/v2/orders";
    private static final String ORDER = ORDERS + "/51840277";

    @RegisterExtension
    private static final WireMockExtension SHOP = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private final TestContext context = new TestContext();
    private final ChannelConnector connector = context.connector(SHOP.baseUrl(), Map.of());

    @Test
    void asksForOrdersWithTheirLinesAndByTheKey() {
        SHOP.stubFor(get(urlPathEqualTo(ORDERS)).willReturn(page("", null)));

        poll(Optional.empty(), 50);

        SHOP.verify(getRequestedFor(urlPathEqualTo(ORDERS))
                .withHeader("Accept", equalTo("application/json"))
                .withHeader("Authorization", equalTo("Basic a2V5LW9mLXRoZS1zaG9wOnNlY3JldC1vZi10aGUtc2hvcA=="))
                .withHeader("User-Agent", equalTo("Orderweave"))
                .withQueryParam("include", equalTo("line_items"))
                .withQueryParam("limit", equalTo("50"))
                .withQueryParam("start", equalTo("0"))
                .withQueryParam("sort", equalTo("date_modified.desc"))
                .withQueryParam("modified[gte]", matching("\\d{4}-\\d{2}-\\d{2}")));
        assertThat(SHOP.getAllServeEvents().get(0).getRequest().getUrl()).contains("modified%5Bgte%5D=");
    }

    @Test
    void followsOnlyTheQueryOfALinkAndAsksForLinesAllTheSame() {
        String link = SHOP.baseUrl() + "/elsewhere?start=1&limit=1&created%5Bgt%5D=2026-01-31";
        SHOP.stubFor(get(urlPathEqualTo(ORDERS)).willReturn(page(order(), link)));
        Batch first = poll(Optional.empty(), 1);
        SHOP.stubFor(get(urlPathEqualTo(ORDERS)).willReturn(page("", null)));

        poll(Optional.of(first.next()), 1);

        assertThat(first.more()).isTrue();
        SHOP.verify(getRequestedFor(urlPathEqualTo(ORDERS))
                .withQueryParam("start", equalTo("1"))
                .withQueryParam("limit", equalTo("1"))
                .withQueryParam("created[gt]", equalTo("2026-01-31"))
                .withQueryParam("include", equalTo("line_items"))
                .withQueryParam("sort", absent()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/api/v2/orders?start=1",
                "//evil.example/orders?start=1",
                "/api/v2/orders",
                "::no address::"
            })
    void followsNoLinkThatLeadsAwayOrNowhere(String link) {
        SHOP.stubFor(get(urlPathEqualTo(ORDERS)).willReturn(page(order(), link)));

        assertThat(fault(Optional.empty()).category()).isEqualTo(FaultCategory.CONTRACT);
    }

    @Test
    void walksInNoCircles() {
        String link = SHOP.baseUrl() + ORDERS + "?start=1";
        SHOP.stubFor(get(urlPathEqualTo(ORDERS)).willReturn(page(order(), link)));
        Batch first = poll(Optional.empty(), 1);

        assertThat(fault(Optional.of(first.next())).category()).isEqualTo(FaultCategory.CONTRACT);
    }

    @Test
    void readsTheListAnewWhenItsNextPageIsRefused() {
        SHOP.stubFor(get(urlPathEqualTo(ORDERS)).willReturn(page(order(), SHOP.baseUrl() + ORDERS + "?cursor=old")));
        Batch first = poll(Optional.empty(), 1);
        SHOP.stubFor(get(urlPathEqualTo(ORDERS))
                .withQueryParam("cursor", equalTo("old"))
                .willReturn(aResponse().withStatus(400)));

        Batch refused = poll(Optional.of(first.next()), 1);
        Batch anew = poll(Optional.of(refused.next()), 1);

        assertThat(refused.items()).isEmpty();
        assertThat(refused.more()).as("not at once, or it would never end").isFalse();
        assertThat(anew.items()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"data\":null}", "{\"data\":{}}", "[]", "null", "\"ok\"", "<html>", "", "{\"data\":["})
    void takesNothingButAListForAList(String body) {
        SHOP.stubFor(get(urlPathEqualTo(ORDERS)).willReturn(json(body)));

        assertThat(fault(Optional.empty()).category()).isEqualTo(FaultCategory.CONTRACT);
    }

    @Test
    void quarantinesRowsThatAreNoOrders() {
        SHOP.stubFor(get(urlPathEqualTo(ORDERS))
                .willReturn(page("null, 12, {\"id\":{}}, {\"id\":\"../a\"}, {\"id\":\"..\"}, {\"id\":\"7\"}", null)));

        Batch batch = poll(Optional.empty(), 50);

        assertThat(batch.items()).hasSize(6).allMatch(Item.Unreadable.class::isInstance);
        assertThat(batch.items().stream().map(item -> ((Item.Unreadable) item).externalId()))
                .doesNotHaveDuplicates()
                .allMatch(MerchantProIds::isValid);
    }

    @Test
    void walksToTheEndWhereTheRowsComeInAnotherOrder() {
        String older = orderOf("1", context.start.minus(Duration.ofHours(9)));
        String link = SHOP.baseUrl() + ORDERS + "?start=2";
        SHOP.stubFor(get(urlPathEqualTo(ORDERS)).willReturn(page(older + "," + order(), link)));
        Batch first = poll(Optional.empty(), 2);
        SHOP.stubFor(get(urlPathEqualTo(ORDERS)).willReturn(page("", null)));
        Checkpoint walked = poll(Optional.of(first.next()), 2).next();
        SHOP.stubFor(get(urlPathEqualTo(ORDERS)).willReturn(page(older + "," + order(), link)));

        Batch again = poll(Optional.of(walked), 2);

        assertThat(again.items()).as("both are known").isEmpty();
        assertThat(again.more()).as("what follows need not be").isTrue();
    }

    @Test
    void readsAnOrderWrappedOrNot() {
        SHOP.stubFor(get(urlPathEqualTo(ORDER)).willReturn(json("{\"data\":" + order() + "}")));
        Item wrapped = connector.orderReader().orElseThrow().read("51840277");
        SHOP.stubFor(get(urlPathEqualTo(ORDER)).willReturn(json(order())));
        Item bare = connector.orderReader().orElseThrow().read("51840277");

        assertThat(wrapped).isInstanceOf(Item.Changed.class);
        assertThat(bare).isInstanceOf(Item.Changed.class);
        SHOP.verify(2, getRequestedFor(urlEqualTo(ORDER + "?include=line_items")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../products", "a b", "-1", "1/../2"})
    void asksForNothingThatIsNoId(String id) {
        assertThat(connector.orderReader().orElseThrow().read(id)).isInstanceOf(Item.Unreadable.class);
        SHOP.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void tellsAnOrderThatIsGoneFromOneThatIsRefused() {
        SHOP.stubFor(get(urlPathEqualTo(ORDER)).willReturn(aResponse().withStatus(404)));
        assertThat(connector.orderReader().orElseThrow().read("51840277")).isEqualTo(new Item.Gone("51840277"));

        SHOP.stubFor(get(urlPathEqualTo(ORDER)).willReturn(aResponse().withStatus(400)));
        assertThat(connector.orderReader().orElseThrow().read("51840277")).isInstanceOf(Item.Unreadable.class);
    }

    @Test
    void writesAStatusWithoutABody() {
        SHOP.stubFor(get(urlPathEqualTo(ORDER)).willReturn(json(order())));
        SHOP.stubFor(patch(ORDER + "/shipped").willReturn(aResponse().withStatus(204)));

        WriteAnswer answer = connector
                .statusUpdates()
                .orElseThrow()
                .update(new StatusUpdate("51840277", Optional.empty(), StatusIntent.SHIPPED, true));

        assertThat(answer).isEqualTo(WriteAnswer.applied());
        SHOP.verify(patchRequestedFor(urlEqualTo(ORDER + "/shipped")).withRequestBody(absent()));
    }

    @Test
    void writesATrackingNumberAndNothingElse() {
        SHOP.stubFor(get(urlPathEqualTo(ORDER)).willReturn(json(order())));
        SHOP.stubFor(patch(urlPathEqualTo(ORDER)).willReturn(json("{}")));

        connector
                .trackingUpdates()
                .orElseThrow()
                .add(new TrackingUpdate("51840277", new ChannelId("courier"), "AWB-1", Map.of()));

        SHOP.verify(patchRequestedFor(urlEqualTo(ORDER))
                .withHeader("Content-Type", containing("application/json"))
                .withRequestBody(equalToJson("{\"shipping_awb\":\"AWB-1\"}", false, false)));
    }

    @Test
    void writesAPriceAsANumberAndNamesAllVariants() {
        SHOP.stubFor(get(urlPathEqualTo("/api/v2/products/640200"))
                .willReturn(json(Fixture.productVariants().document().toString())));
        SHOP.stubFor(patch(urlPathEqualTo("/api/v2/products/640200")).willReturn(json("{}")));

        connector
                .priceUpdates()
                .orElseThrow()
                .update("key", List.of(new OfferPrice(OfferRef.of("640200:901"), Money.of("149.50", "RON"))));

        SHOP.verify(patchRequestedFor(urlEqualTo("/api/v2/products/640200"))
                .withRequestBody(equalToJson(
                        "{\"variants\":[{\"id\":900},{\"id\":901,\"price_gross\":149.50}]}", false, false)));
    }

    @Test
    void namesTheShopsErrorInARefusal() {
        SHOP.stubFor(get(urlPathEqualTo(ORDER)).willReturn(json(order())));
        SHOP.stubFor(patch(ORDER + "/shipped")
                .willReturn(json("{\"error\":{\"name\":\"invalid_transition\",\"message\":\"of Zamfira\"}}")
                        .withStatus(400)));

        WriteAnswer answer = connector
                .statusUpdates()
                .orElseThrow()
                .update(new StatusUpdate("51840277", Optional.empty(), StatusIntent.SHIPPED, true));

        assertThat(answer).isEqualTo(new WriteAnswer.Rejected("status 400: invalid_transition"));
    }

    @Test
    void waitsAsLongAsTheShopAsksAfterA429() {
        SHOP.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "240")));
        assertThat(catchThrowableOfType(OutsideFault.class, connector::probe).retryAfter())
                .contains(Duration.ofMinutes(4));
        context.clock.advance(Duration.ofSeconds(239));

        assertThat(catchThrowableOfType(OutsideFault.class, connector::probe).category())
                .isEqualTo(FaultCategory.RATE_LIMITED);

        SHOP.verify(1, getRequestedFor(anyUrl()));
    }

    private Batch poll(Optional<Checkpoint> from, int limit) {
        return connector.orderFeed().orElseThrow().poll(from, limit);
    }

    private OutsideFault fault(Optional<Checkpoint> from) {
        return catchThrowableOfType(OutsideFault.class, () -> poll(from, 1));
    }

    private String order() {
        return orderOf("51840277", context.start.minus(Duration.ofHours(1)));
    }

    private static String orderOf(String id, Instant modified) {
        return Fixture.cashOnDelivery()
                .with("/id", "'" + id + "'")
                .with("/date_modified", "'" + modified + "'")
                .document()
                .toString();
    }

    private static ResponseDefinitionBuilder page(String rows, @Nullable String next) {
        String link = next == null ? "null" : "\"" + next + "\"";
        return json("{\"data\":[" + rows + "],\"meta\":{\"count\":{\"total\":1},\"links\":{\"next\":" + link + "}}}");
    }

    private static ResponseDefinitionBuilder json(String body) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(body);
    }
}
