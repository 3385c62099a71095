package io.orderweave.connectors.merchantpro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.BatchAnswer;
import io.orderweave.connector.OfferRef;
import io.orderweave.connector.PriceUpdates.OfferPrice;
import io.orderweave.connector.StockUpdates.StockLevel;
import io.orderweave.money.Money;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.merchantpro.MerchantProProduct;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stock and prices, against the simulated shop. */
class MerchantProOffersTest {

    private static final WriteAnswer APPLIED = WriteAnswer.applied();
    private static final WriteAnswer ALREADY = new WriteAnswer.AlreadyApplied(Optional.empty());

    private final SimulatedShop world = new SimulatedShop();
    private final String teapot = world.shop
            .shop()
            .add(MerchantProProduct.builder()
                    .name("Ceainic")
                    .sku("CEAINIC")
                    .stock(4)
                    .price(new BigDecimal("89"))
                    .build());
    private final String shirt = world.shop
            .shop()
            .add(MerchantProProduct.builder()
                    .name("Tricou")
                    .sku("TRICOU")
                    .addVariants(variant("A", 3), variant("N", 0), variant("V", 8))
                    .build());

    @AfterEach
    void close() {
        world.close();
    }

    private static MerchantProProduct.Variant variant(String option, int stock) {
        return new MerchantProProduct.Variant("TRICOU-" + option, "", option, stock, new BigDecimal("50"));
    }

    @Test
    void writesOnlyWhatDiffers() {
        assertThat(stock(teapot, 9)).isEqualTo(APPLIED);
        assertThat(stock(teapot, 9)).isEqualTo(ALREADY);
        assertThat(stock(teapot, 0)).isEqualTo(APPLIED);

        assertThat(world.shop.counters().product(teapot).writes())
                .containsExactly("CEAINIC stock=9", "CEAINIC stock=0");
    }

    @Test
    void writesSeveralVariantsOfAProductAtOnceAndLosesNone() {
        String first = variantId(0);
        String third = variantId(2);
        world.newRequests();

        Map<OfferRef, WriteAnswer> answers = finished(
                world.connector.stockUpdates().orElseThrow().update("k", List.of(level(first, 5), level(third, 6))));

        assertThat(answers)
                .hasSize(2)
                .allSatisfy((offer, answer) -> assertThat(answer).isEqualTo(APPLIED));
        assertThat(world.newRequests())
                .containsExactly("GET /api/v2/products/" + shirt, "PATCH /api/v2/products/" + shirt);
        assertThat(world.shop.counters().product(shirt).variants()).hasSize(3);
        assertThat(world.shop.counters().product(shirt).writes())
                .containsExactly("TRICOU-A stock=5", "TRICOU-V stock=6");
    }

    @Test
    void answersEachOfABatchByItself() {
        Map<OfferRef, WriteAnswer> answers = finished(world.connector
                .stockUpdates()
                .orElseThrow()
                .update(
                        "k",
                        List.of(
                                level(teapot, 4),
                                level(variantId(1), 7),
                                level(shirt, 1),
                                level(shirt + ":999999", 1),
                                level("999999", 1),
                                level("no id", 1))));

        assertThat(answers.get(OfferRef.of(teapot))).isEqualTo(ALREADY);
        assertThat(answers.get(OfferRef.of(variantId(1)))).isEqualTo(APPLIED);
        assertThat(List.of(shirt, shirt + ":999999", "999999", "no id"))
                .allSatisfy(id -> assertThat(answers.get(OfferRef.of(id))).isInstanceOf(WriteAnswer.Rejected.class));
    }

    @Test
    void writesPricesInTheShopsCurrencyOnly() {
        var prices = world.connector.priceUpdates().orElseThrow();

        Map<OfferRef, WriteAnswer> answers = finished(prices.update(
                "k",
                List.of(
                        new OfferPrice(OfferRef.of(teapot), Money.of("94.50", "RON")),
                        new OfferPrice(OfferRef.of(variantId(0)), Money.of("11.00", "EUR")))));

        assertThat(answers.get(OfferRef.of(teapot))).isEqualTo(APPLIED);
        assertThat(answers.get(OfferRef.of(variantId(0))))
                .isEqualTo(new WriteAnswer.Rejected("the shop's prices are in RON, not in EUR"));
        assertThat(world.shop.counters().product(teapot).writes()).containsExactly("CEAINIC price_gross=94.5");
        assertThat(world.shop.counters().product(shirt).writes()).isEmpty();
        assertThat(finished(
                        prices.update("k", List.of(new OfferPrice(OfferRef.of(teapot), Money.of("94.5000", "RON"))))))
                .containsValue(ALREADY);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 40})
    void staysWithinTheLimitsOfTheShop(int batches) {
        for (int batch = 0; batch < batches; batch++) {
            try {
                stock(teapot, batch);
            } catch (OutsideFault limited) {
                world.pass(limited.retryAfter().orElseThrow());
            }
        }

        assertThat(world.shop.requests()).extracting("status").doesNotContain(429);
    }

    @Test
    void overwritesAgainWhatWasLost() {
        world.shop.faults().on("PATCH", ".*").once(Fault.cutAfterWrite());
        assertThat(catchThrowableOfType(OutsideFault.class, () -> stock(teapot, 9))
                        .reached())
                .isEqualTo(OutsideFault.Reached.PERHAPS);

        assertThat(stock(teapot, 9)).isEqualTo(ALREADY);
        assertThat(finished(world.connector.stockUpdates().orElseThrow().resume("h", List.of(level(teapot, 9)))))
                .containsValue(ALREADY);
    }

    @Test
    void makesNoBatchThatOutgrowsItsBudget() {
        List<StockLevel> levels = new ArrayList<>();
        for (int i = 0; i < world.connector.stockUpdates().orElseThrow().batchSize(); i++) {
            levels.add(level(
                    world.shop
                            .shop()
                            .add(MerchantProProduct.builder()
                                    .name("P")
                                    .sku("P" + i)
                                    .build()),
                    i));
        }

        assertThat(finished(world.connector.stockUpdates().orElseThrow().update("k", levels)))
                .hasSameSizeAs(levels);
    }

    private WriteAnswer stock(String offer, int pieces) {
        BatchAnswer answer = world.connector.stockUpdates().orElseThrow().update("k", List.of(level(offer, pieces)));
        return Objects.requireNonNull(finished(answer).get(OfferRef.of(offer)));
    }

    private String variantId(int index) {
        return shirt + ":" + world.shop.shop().variantsOf(shirt).get(index);
    }

    private static StockLevel level(String offer, int pieces) {
        return new StockLevel(OfferRef.of(offer), pieces);
    }

    private static Map<OfferRef, WriteAnswer> finished(BatchAnswer answer) {
        assertThat(answer).isInstanceOf(BatchAnswer.Finished.class);
        return ((BatchAnswer.Finished) answer).items();
    }
}
