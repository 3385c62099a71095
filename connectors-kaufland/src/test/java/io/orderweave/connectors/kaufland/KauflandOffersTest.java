package io.orderweave.connectors.kaufland;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.channel.Storefront;
import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.BatchAnswer;
import io.orderweave.connector.CatalogFeed;
import io.orderweave.connector.ChannelOffer;
import io.orderweave.connector.OfferRef;
import io.orderweave.connector.PriceUpdates;
import io.orderweave.connector.PriceUpdates.OfferPrice;
import io.orderweave.connector.StockUpdates;
import io.orderweave.connector.StockUpdates.StockLevel;
import io.orderweave.money.Money;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.kaufland.KauflandOffer;
import io.orderweave.simulator.kaufland.KauflandStorefront;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KauflandOffersTest {

    private final SimulatedKaufland world = new SimulatedKaufland();
    private final StockUpdates stock = world.connector.stockUpdates().orElseThrow();
    private final PriceUpdates prices = world.connector.priceUpdates().orElseThrow();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void tellsOneAmountAlone() {
        long mug = offer(KauflandStorefront.DE, "TAS", "12.99");

        assertThat(answers(stock.update("k", List.of(new StockLevel(ref(mug, "DE"), 0)))))
                .containsExactly(Map.entry(ref(mug, "DE"), WriteAnswer.applied()));

        assertThat(world.kaufland.counters().offerWrites(mug))
                .extracting(Object::toString)
                .containsExactly("{\"amount\":0}");
        assertThat(world.newRequests()).containsExactly("PATCH /units/" + mug);
    }

    @Test
    void tellsSeveralInBulkEachStorefrontByItself() {
        long mug = offer(KauflandStorefront.DE, "TAS", "12.99");
        long pot = offer(KauflandStorefront.DE, "KANNE", "29.50");
        long hrnek = offer(KauflandStorefront.CZ, "HRN", "249.00");

        Map<OfferRef, WriteAnswer> answers = answers(prices.update(
                "k",
                List.of(
                        new OfferPrice(ref(mug, "de"), Money.of("11.99", "EUR")),
                        new OfferPrice(ref(pot, "de"), Money.of("31.00", "EUR")),
                        new OfferPrice(ref(hrnek, "cz"), Money.of("259.00", "CZK")))));

        assertThat(answers.values()).containsOnly(WriteAnswer.applied()).hasSize(3);
        assertThat(world.kaufland.counters().offerWrites(hrnek))
                .extracting(Object::toString)
                .containsExactly("{\"listing_price\":25900}");
        assertThat(world.newRequests()).containsExactlyInAnyOrder("POST /units/bulk", "PATCH /units/" + hrnek);
    }

    @Test
    void answersForEachItemOfABulk() {
        long mug = offer(KauflandStorefront.DE, "TAS", "12.99");

        Map<OfferRef, WriteAnswer> answers = answers(stock.update(
                "k", List.of(new StockLevel(ref(mug, "de"), 5), new StockLevel(ref(999_999, "de"), 5))));

        assertThat(answers.get(ref(mug, "de"))).isEqualTo(WriteAnswer.applied());
        assertThat(answers.get(ref(999_999, "de"))).isEqualTo(new WriteAnswer.Rejected("status 404"));
    }

    @Test
    void rejectsTheWholeBatchWhenKauflandDoes() {
        long mug = offer(KauflandStorefront.DE, "TAS", "12.99");
        long pot = offer(KauflandStorefront.DE, "KANNE", "29.50");
        world.kaufland
                .faults()
                .on("POST", "/v2/units/bulk")
                .once(Fault.status(400, Map.of(), "{\"message\":\"duplicates\"}"));

        assertThat(answers(stock.update(
                                "k", List.of(new StockLevel(ref(mug, "de"), 5), new StockLevel(ref(pot, "de"), 5))))
                        .values())
                .hasSize(2)
                .allSatisfy(answer -> assertThat(answer).isInstanceOf(WriteAnswer.Rejected.class));
    }

    @Test
    void takesNothingForDoneOfWhichNothingIsSaid() {
        long mug = offer(KauflandStorefront.DE, "TAS", "12.99");
        long pot = offer(KauflandStorefront.DE, "KANNE", "29.50");
        world.kaufland
                .faults()
                .on("POST", "/v2/units/bulk")
                .once(Fault.statusAfterWrite(
                        207, Map.of(), "{\"data\":[{\"id_unit\":" + mug + ",\"status_code\":200}]}"));

        assertThatThrownBy(() -> stock.update(
                        "k", List.of(new StockLevel(ref(mug, "de"), 5), new StockLevel(ref(pot, "de"), 5))))
                .isInstanceOf(OutsideFault.class)
                .hasMessageContaining("unit " + pot);
    }

    @Test
    void takesAFullBatch() {
        assertThat(stock.batchSize()).isEqualTo(150);
        assertThat(prices.batchSize()).isEqualTo(150);
        List<StockLevel> levels = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            levels.add(new StockLevel(ref(offer(KauflandStorefront.DE, "T-" + i, "1.00"), "de"), i));
        }

        assertThat(answers(stock.update("k", levels)).values()).containsOnly(WriteAnswer.applied());
        assertThat(world.newRequests()).containsExactly("POST /units/bulk");
    }

    @Test
    void wantsTheStorefrontUnlessThereIsOnlyOne() {
        long mug = offer(KauflandStorefront.DE, "TAS", "12.99");
        StockLevel nowhere = new StockLevel(OfferRef.of(Long.toString(mug)), 1);

        assertThat(answers(stock.update("k", List.of(nowhere))).values())
                .allSatisfy(answer -> assertThat(answer).isInstanceOf(WriteAnswer.Rejected.class));

        try (SimulatedKaufland german =
                new SimulatedKaufland(Map.of(KauflandConnectorFactory.STOREFRONTS, "de"), settings -> settings)) {
            long only = german.kaufland.platform().offer(script(KauflandStorefront.DE, "TAS", "12.99"));
            assertThat(answers(german.connector
                                    .stockUpdates()
                                    .orElseThrow()
                                    .update("k", List.of(new StockLevel(OfferRef.of(Long.toString(only)), 1))))
                            .values())
                    .containsExactly(WriteAnswer.applied());
        }
    }

    @Test
    void rejectsPricesThatAreNoneThere() {
        long mug = offer(KauflandStorefront.DE, "TAS", "12.99");

        for (String price : List.of("12.99 CZK", "12.995 EUR")) {
            Money money = Money.of(price.split(" ", -1)[0], price.split(" ", -1)[1]);
            assertThat(answers(prices.update("k", List.of(new OfferPrice(ref(mug, "de"), money))))
                            .values())
                    .allSatisfy(answer -> assertThat(answer).isInstanceOf(WriteAnswer.Rejected.class));
        }
        assertThat(answers(stock.update("k", List.of(new StockLevel(ref("not-a-number", "de"), 1))))
                        .values())
                .allSatisfy(answer -> assertThat(answer).isInstanceOf(WriteAnswer.Rejected.class));
        assertThat(world.kaufland.counters().offerWrites(mug)).isEmpty();
        assertThatThrownBy(() -> prices.resume("x", List.of())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> stock.resume("x", List.of())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void bringsTheOffersOfEveryStorefrontAndBeginsAgain() {
        long mug = offer(KauflandStorefront.DE, "TAS", "12.99");
        offer(KauflandStorefront.DE, "KANNE", "29.50");
        offer(KauflandStorefront.DE, "LOEFFEL", "3.00");
        long hrnek = offer(KauflandStorefront.CZ, "HRN", "249.00");

        List<ChannelOffer> offers = round();

        assertThat(offers)
                .extracting(ChannelOffer::ref)
                .contains(ref(mug, "de"), ref(hrnek, "cz"))
                .hasSize(4);
        ChannelOffer first = offers.get(0);
        assertThat(first.sku()).contains("TAS");
        assertThat(first.name()).isEqualTo("Ware TAS");
        assertThat(first.eans()).containsExactly("4006381333931");
        assertThat(first.price()).contains(Money.of("12.99", "EUR"));
        assertThat(first.available()).contains(7);
        assertThat(first.active()).isTrue();
        assertThat(first.term()).isEqualTo("AVAILABLE");
        assertThat(first.images()).hasSize(1);
        assertThat(first.categories()).extracting(ChannelOffer.Category::id).containsExactly("34401");
        assertThat(first.attributes()).containsEntry("manufacturer", List.of("Waldmühle"));
        assertThat(round()).hasSize(4);
    }

    @Test
    void saysWhatCannotBeBought() {
        long mug = offer(KauflandStorefront.DE, "TAS", "12.99");
        stock.update("k", List.of(new StockLevel(ref(mug, "de"), 0)));

        assertThat(round().get(0).active()).isFalse();
    }

    private List<ChannelOffer> round() {
        CatalogFeed feed = world.connector.catalogFeed().orElseThrow();
        List<ChannelOffer> offers = new ArrayList<>();
        Optional<Checkpoint> place = Optional.empty();
        CatalogFeed.Batch batch;
        do {
            batch = feed.poll(place, 2);
            place = Optional.of(batch.next());
            batch.items().forEach(item -> offers.add(((CatalogFeed.Item.Changed) item).offer()));
        } while (batch.more());
        return offers;
    }

    private long offer(KauflandStorefront storefront, String sku, String price) {
        return world.kaufland.platform().offer(script(storefront, sku, price));
    }

    private static KauflandOffer script(KauflandStorefront storefront, String sku, String price) {
        return KauflandOffer.builder()
                .storefront(storefront)
                .offerId(sku)
                .title("Ware " + sku)
                .ean("4006381333931")
                .price(new BigDecimal(price))
                .amount(7)
                .build();
    }

    private static OfferRef ref(Object id, String storefront) {
        return new OfferRef(String.valueOf(id), Optional.of(new Storefront(storefront)));
    }

    private static Map<OfferRef, WriteAnswer> answers(BatchAnswer answer) {
        return ((BatchAnswer.Finished) answer).items();
    }
}
