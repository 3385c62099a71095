package io.orderweave.connectors.merchantpro;

import static io.orderweave.connectors.merchantpro.SimulatedShop.changed;
import static io.orderweave.connectors.merchantpro.SimulatedShop.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderweave.channel.ChannelId;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.BatchAnswer;
import io.orderweave.connector.Cancellations.Cancellation;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.OfferRef;
import io.orderweave.connector.OrderFeed.Item;
import io.orderweave.connector.PriceUpdates.OfferPrice;
import io.orderweave.connector.StatusUpdates.StatusUpdate;
import io.orderweave.connector.StockUpdates.StockLevel;
import io.orderweave.connector.TrackingUpdates.TrackingUpdate;
import io.orderweave.error.FaultCategory;
import io.orderweave.http.RawJson;
import io.orderweave.money.Money;
import io.orderweave.order.CancellationReason;
import io.orderweave.order.Charge;
import io.orderweave.order.Lifecycle;
import io.orderweave.order.OrderLine;
import io.orderweave.order.PaymentTerms;
import io.orderweave.order.StatusIntent;
import io.orderweave.simulator.merchantpro.MerchantProDateFilter;
import io.orderweave.simulator.merchantpro.MerchantProLine;
import io.orderweave.simulator.merchantpro.MerchantProOrderScript;
import io.orderweave.simulator.merchantpro.MerchantProProduct;
import io.orderweave.simulator.merchantpro.MerchantProWebhook;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a MerchantPro connector must get right: sixteen behaviours, each a test. docs/connectors/merchantpro.md names them. */
class MerchantProChecklistTest {

    private SimulatedShop world = new SimulatedShop();

    @AfterEach
    void close() {
        world.close();
    }

    /** 1. */
    @Test
    void followsNoRedirectWithItsKey() {
        String otherName = world.shop.baseUrl().replace("127.0.0.1", "localhost");
        ChannelConnector misled = world.context.connector(otherName, Map.of());

        OutsideFault fault = catchThrowableOfType(OutsideFault.class, misled::probe);

        assertThat(fault.category()).isEqualTo(FaultCategory.CONTRACT);
        assertThat(world.shop.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.status()).isEqualTo(301));
    }

    /** 2. */
    @Test
    void triesARefusedKeyOnce() {
        ChannelConnector wrong =
                world.context.connector(world.shop.baseUrl(), Map.of(MerchantProConnectorFactory.API_SECRET, "guess"));

        OutsideFault fault = catchThrowableOfType(
                OutsideFault.class, () -> wrong.orderFeed().orElseThrow().poll(Optional.empty(), 10));

        assertThat(fault.category()).isEqualTo(FaultCategory.AUTHORISATION);
        assertThat(world.newRequests()).hasSize(1);
    }

    /** 3. */
    @Test
    void staysWithinTheLimitsAndPausesLongerAfterEach429() {
        String order = world.place();
        for (int i = 0; i < 200; i++) {
            try {
                world.connector.orderReader().orElseThrow().read(order);
            } catch (OutsideFault limited) {
                world.pass(limited.retryAfter().orElseThrow());
            }
        }
        assertThat(world.shop.requests())
                .hasSizeGreaterThan(150)
                .extracting("status")
                .containsOnly(200);

        world.shop.shop().blockFor(Duration.ofHours(1));
        world.newRequests();
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            OutsideFault blocked = catchThrowableOfType(OutsideFault.class, world.connector::probe);
            assertThat(blocked.category()).isEqualTo(FaultCategory.RATE_LIMITED);
            assertThat(catchThrowableOfType(OutsideFault.class, world.connector::probe))
                    .as("not sent")
                    .hasMessageContaining("blocked");
            pauses.add(blocked.retryAfter().orElseThrow());
            world.pass(pauses.get(i));
        }
        assertThat(pauses).containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(4));
        assertThat(world.newRequests()).hasSize(3);
    }

    /** 4. */
    @Test
    void asksForTheLinesOfEveryOrder() {
        String order = world.place();

        assertThat(changed(world.drain()))
                .singleElement()
                .satisfies(listed -> assertThat(listed.lines()).hasSize(1));
        assertThat(read(order).lines()).hasSize(1);
    }

    /** 5. */
    @Test
    void takesAnIdWithADotAsItIs() {
        String order = world.shop
                .buyers()
                .place(MerchantProOrderScript.builder()
                        .from(SimulatedShop.order())
                        .part(3)
                        .build());

        assertThat(order).contains(".");
        assertThat(ids(world.drain())).containsExactly(order);
        assertThat(read(order).externalId()).isEqualTo(order);
        assertThat(status(order, StatusIntent.SHIPPED)).isEqualTo(WriteAnswer.applied());
    }

    /** 6. */
    @Test
    void followsTheLinkToTheNextPageUntilThereIsNone() {
        restart(Map.of(MerchantProConnectorFactory.PAGE_SIZE, "3"), Set.of(MerchantProDateFilter.CREATED));
        List<String> placed = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            placed.add(world.place());
        }

        assertThat(ids(world.drain())).hasSameElementsAs(placed);
    }

    /** 7. */
    @ParameterizedTest
    @EnumSource(MerchantProDateFilter.class)
    void findsOutTheDateFilterAndOverlapsADayWithoutTellingTwice(MerchantProDateFilter filter) {
        restart(Map.of(), Set.of(filter));
        // Late in the evening, so that the shop's day is not the day of UTC.
        world.pass(Duration.ofHours(15).plusMinutes(58));
        String evening = world.place();
        assertThat(ids(world.drain())).containsExactly(evening);
        int tries = world.newRequests().size();
        assertThat(tries).as("requests to find out").isBetween(1, 3);
        world.pass(Duration.ofMinutes(4));
        String morning = world.place();

        assertThat(ids(world.drain())).contains(morning);

        world.settle();
        assertThat(world.drain()).isEmpty();
        assertThat(world.newRequests()).as("found out once").hasSize(1);
    }

    /** 8. */
    @Test
    void carriesDiscountsDeliveryAndWalletSoThatTheTotalAddsUp() {
        world.shop
                .buyers()
                .place(MerchantProOrderScript.builder()
                        .from(SimulatedShop.order())
                        .addLine(MerchantProLine.discount("promo_cart", "Promo", "4.30"))
                        .addLine(MerchantProLine.discount("coupon", "Cupon", "1.1234"))
                        .walletAmount(new BigDecimal("7"))
                        .build());

        ChannelOrder order = changed(world.drain()).get(0);

        assertThat(order.lines()).hasSize(1);
        assertThat(order.charges())
                .extracting(Charge::kind)
                .containsExactly(Charge.Kind.DISCOUNT, Charge.Kind.DISCOUNT, Charge.Kind.DELIVERY, Charge.Kind.OTHER);
        assertThat(sum(order)).isEqualTo(order.total()).isEqualTo(Money.of("57.5666", "RON"));
    }

    /** 9. */
    @Test
    void keepsFourDecimalsExactly() {
        ChannelOrder order = mapped(Fixture.cashOnDelivery().raw());

        assertThat(order.lines().get(0).unitPrice()).isEqualTo(Money.of("82.0849", "RON"));
        assertThat(order.total()).isEqualTo(Money.of("204.9699", "RON"));
        assertThat(sum(order)).isEqualTo(order.total());
    }

    /** 10. */
    @Test
    void makesOneTermOfTwoStatusesAndKeepsUnknownWords() {
        String order = world.place();
        assertThat(read(order).term()).isEqualTo("awaiting");
        world.shop.buyers().pay(order);
        assertThat(read(order).term()).isEqualTo("awaiting_paid");
        world.shop.shop().setPaymentStatus(order, "half_refunded");
        assertThat(read(order).term()).isEqualTo("awaiting_half_refunded");
        world.shop.shop().setShippingStatus(order, "in_process");
        assertThat(read(order).term()).isEqualTo("in_process");
        world.shop.shop().setShippingStatus(order, "at_the_tailor");

        assertThat(read(order).term()).isEqualTo("at_the_tailor");
        assertThat(read(order).lifecycle()).isEqualTo(Lifecycle.PENDING);
    }

    /** 11. */
    @Test
    void importsNoOrderOfACustomerStillAtTheCheckout() {
        String order = world.shop
                .buyers()
                .place(MerchantProOrderScript.builder()
                        .from(SimulatedShop.order())
                        .temporary(true)
                        .build());
        assertThat(world.drain()).isEmpty();
        assertThat(world.connector.orderReader().orElseThrow().read(order)).isEqualTo(new Item.Gone(order));
        world.pass(Duration.ofMinutes(5));
        world.drain();

        world.shop.buyers().finish(order);

        assertThat(ids(world.drain())).containsExactly(order);
    }

    /** 12. */
    @Test
    void neverSendsLinesWhichWouldReplaceAll() {
        String order = world.place();
        status(order, StatusIntent.PROCESSING);
        world.connector
                .trackingUpdates()
                .orElseThrow()
                .add(new TrackingUpdate(order, new ChannelId("courier"), "AWB1", Map.of()));
        world.connector
                .cancellations()
                .orElseThrow()
                .cancel(new Cancellation(
                        order, Set.of(read(order).lines().get(0).id()), CancellationReason.NO_STOCK));
        status(order, StatusIntent.SHIPPED);

        assertThat(world.shop.counters().order(order).lineReplacements()).isZero();
        assertThat(read(order).lines()).hasSize(1);
        assertThat(world.shop.counters().order(order).refusals()).isEmpty();
    }

    /** 13. */
    @Test
    void setsAStatusByItsActionAfterLookingWhetherItIsThere() {
        String order = world.place();
        world.newRequests();

        assertThat(status(order, StatusIntent.SHIPPED)).isEqualTo(WriteAnswer.applied());
        assertThat(status(order, StatusIntent.SHIPPED)).isEqualTo(new WriteAnswer.AlreadyApplied(Optional.empty()));

        String path = "/api/v2/orders/" + order;
        assertThat(world.newRequests()).containsExactly("GET " + path, "PATCH " + path + "/shipped", "GET " + path);
        assertThat(world.shop.counters().duplicates()).isEmpty();
    }

    /** 14. */
    @Test
    void collectsOnDeliveryWhatIsOpen() {
        String order = world.shop
                .buyers()
                .place(MerchantProOrderScript.builder()
                        .from(SimulatedShop.order())
                        .paymentMethod(MerchantProOrderScript.CASH_ON_DELIVERY)
                        .build());

        PaymentTerms terms = read(order).payment();

        assertThat(terms.timing()).isEqualTo(PaymentTerms.Timing.ON_DELIVERY);
        assertThat(terms.collectOnDelivery())
                .contains(Money.of("69.99", "RON"))
                .contains(read(order).total());
        assertThat(read(order).charges())
                .as("it is no fee")
                .extracting(Charge::kind)
                .containsExactly(Charge.Kind.DELIVERY);
    }

    /** 15. */
    @Test
    void writesStockAndPriceOfVariantsNeverOfTheirProduct() {
        String product = world.shop
                .shop()
                .add(MerchantProProduct.builder()
                        .name("Tricou")
                        .sku("TRICOU")
                        .addVariants(
                                new MerchantProProduct.Variant("T-A", "", "alb", 3, BigDecimal.TEN),
                                new MerchantProProduct.Variant("T-N", "", "negru", 0, BigDecimal.TEN))
                        .build());
        OfferRef variant = OfferRef.of(
                product + ":" + world.shop.shop().variantsOf(product).get(1));
        OfferRef parent = OfferRef.of(product);

        BatchAnswer stock = world.connector
                .stockUpdates()
                .orElseThrow()
                .update("s", List.of(new StockLevel(variant, 5), new StockLevel(parent, 5)));
        BatchAnswer price = world.connector
                .priceUpdates()
                .orElseThrow()
                .update("p", List.of(new OfferPrice(variant, Money.of("12", "RON"))));

        assertThat(((BatchAnswer.Finished) stock).items().get(variant)).isEqualTo(WriteAnswer.applied());
        assertThat(((BatchAnswer.Finished) stock).items().get(parent)).isInstanceOf(WriteAnswer.Rejected.class);
        assertThat(((BatchAnswer.Finished) price).items().get(variant)).isEqualTo(WriteAnswer.applied());
        assertThat(world.shop.counters().product(product).writes())
                .containsExactly("T-N stock=5", "T-N price_gross=12");
        assertThat(world.shop.counters().product(product).refusals()).isEmpty();
    }

    /** 16. */
    @Test
    void believesAWebhookBySignatureOverTheRawBody() {
        restart(
                Map.of(MerchantProConnectorFactory.WEBHOOK_SECRET, "webhook-secret-of-the-shop"),
                Set.of(MerchantProDateFilter.CREATED));
        MerchantProWebhook webhook =
                world.shop.webhooks().signed("{ \"event\" : \"x\" }".getBytes(StandardCharsets.UTF_8));
        MerchantProWebhook reformatted =
                new MerchantProWebhook(webhook.signature(), "{\"event\":\"x\"}".getBytes(StandardCharsets.UTF_8));
        var endpoint = world.connector.inboundEndpoint().orElseThrow();

        assertThat(endpoint.handle(MerchantProInboundEndpointTest.request(webhook))
                        .response()
                        .status())
                .isEqualTo(200);
        assertThat(endpoint.handle(MerchantProInboundEndpointTest.request(reformatted))
                        .response()
                        .status())
                .isEqualTo(401);
    }

    private void restart(Map<String, String> settings, Set<MerchantProDateFilter> filters) {
        world.close();
        world = new SimulatedShop(settings, shop -> shop.dateFilters(filters));
    }

    private ChannelOrder read(String order) {
        return ((Item.Changed) world.connector.orderReader().orElseThrow().read(order)).order();
    }

    private WriteAnswer status(String order, StatusIntent intent) {
        return world.connector
                .statusUpdates()
                .orElseThrow()
                .update(new StatusUpdate(order, Optional.empty(), intent, true));
    }

    private static ChannelOrder mapped(RawJson raw) {
        Item item = new MerchantProOrderMapper(Set.of()).item(MerchantProIds.of(raw), raw);
        return ((Item.Changed) item).order();
    }

    private static Money sum(ChannelOrder order) {
        Money sum = Money.zero(order.currency());
        for (OrderLine line : order.lines()) {
            sum = sum.plus(line.total());
        }
        for (Charge charge : order.charges()) {
            sum = sum.plus(charge.amount());
        }
        return sum;
    }
}
