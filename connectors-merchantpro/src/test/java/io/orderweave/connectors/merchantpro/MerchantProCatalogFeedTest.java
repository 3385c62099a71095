package io.orderweave.connectors.merchantpro;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.Checkpoint;
import io.orderweave.connector.CatalogFeed;
import io.orderweave.connector.CatalogFeed.Item;
import io.orderweave.connector.ChannelOffer;
import io.orderweave.connector.OfferRef;
import io.orderweave.money.Money;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.merchantpro.MerchantProProduct;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerchantProCatalogFeedTest {

    private final MerchantProProductMapper mapper = new MerchantProProductMapper(Currency.getInstance("RON"));
    private final SimulatedShop world =
            new SimulatedShop(Map.of(MerchantProConnectorFactory.PAGE_SIZE, "2"), settings -> settings);
    private final CatalogFeed feed = world.connector.catalogFeed().orElseThrow();
    private Optional<Checkpoint> checkpoint = Optional.empty();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void makesAnOfferOfEachVariant() {
        List<ChannelOffer> offers =
                offers(mapper.items(Fixture.productVariants().raw()));

        assertThat(offers)
                .extracting(ChannelOffer::ref)
                .containsExactly(OfferRef.of("640200:900"), OfferRef.of("640200:901"));
        ChannelOffer small = offers.get(0);
        assertThat(small.product()).contains("640200");
        assertThat(small.sku()).contains("PLV-S");
        assertThat(small.eans()).containsExactly("5940000000048");
        assertThat(small.name()).isEqualTo("Pulover de lână");
        assertThat(small.description()).contains("<p>Din <b>Bucovina</b></p>");
        assertThat(small.term()).isEqualTo("on");
        assertThat(small.active()).isTrue();
        assertThat(small.available()).contains(4);
        assertThat(small.price()).contains(Money.of("189.90", "RON"));
        assertThat(small.categories())
                .containsExactly(
                        new ChannelOffer.Category("12", Optional.of("Haine")),
                        new ChannelOffer.Category("31", Optional.of("Pulovere")));
        assertThat(small.images()).containsExactly("https://shop.example/p.jpg", "https://shop.example/p-2.jpg");
        assertThat(small.attributes())
                .containsExactlyInAnyOrderEntriesOf(Map.of("Mărime", List.of("S"), "Culoare", List.of("gri")));
        assertThat(offers.get(1).available()).as("sold and not there").contains(0);
    }

    @ParameterizedTest
    @CsvSource({"'\"on\"', true", "1, true", "true, true", "'\"off\"', false", "0, false", "null, false"})
    void readsFlagsAsShopsWriteThem(String json, boolean active) {
        assertThat(offers(mapper.items(
                        Fixture.productVariants().with("/status", json).raw())))
                .allMatch(offer -> offer.active() == active);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "/id            | 'a/b'  | $.id: expected the id of a product",
                "/id            | null   | $.id: expected the id of a product",
                "/name          | {}     | unexpected value at $.name",
                "/variants/0/id | ''     | $.variants[].id: expected the id of a variant",
                "/variants      | 'none' | unexpected value at $.variants"
            })
    void namesThePartThatCannotBeRead(String pointer, String json, String reason) {
        List<Item> items =
                mapper.items(Fixture.productVariants().with(pointer, json).raw());

        assertThat(items)
                .singleElement()
                .isInstanceOfSatisfying(
                        Item.Unreadable.class,
                        unreadable -> assertThat(unreadable.reason()).isEqualTo(reason));
    }

    @Test
    void bringsAllAndThenWhatChanged() {
        String teapot = world.shop.shop().add(simple("CEAINIC"));
        String cup = world.shop.shop().add(simple("CANA"));
        world.shop
                .shop()
                .add(MerchantProProduct.builder()
                        .name("Tricou")
                        .sku("TRICOU")
                        .addVariants(
                                new MerchantProProduct.Variant("T-A", "", "alb", 3, BigDecimal.TEN),
                                new MerchantProProduct.Variant("T-N", "", "negru", 0, BigDecimal.TEN))
                        .build());
        world.pass(Duration.ofDays(200));

        assertThat(offers(drain())).hasSize(4);
        assertThat(drain()).isEmpty();

        world.shop.shop().switchOff(teapot);
        assertThat(offers(drain())).singleElement().satisfies(offer -> {
            assertThat(offer.ref()).isEqualTo(OfferRef.of(teapot));
            assertThat(offer.active()).isFalse();
        });
        assertThat(cup).isNotEqualTo(teapot);
    }

    @Test
    void readsAllWhereNothingCanBeAskedForByDay() {
        world.shop.shop().add(simple("CEAINIC"));
        world.shop
                .faults()
                .on("GET", "/api/v2/products")
                .once(Fault.status(400, Map.of(), "{\"error\":{\"name\":\"undefined_filter\"}}"));

        assertThat(offers(drain())).hasSize(1);
    }

    private static MerchantProProduct simple(String sku) {
        return MerchantProProduct.builder().name("Un " + sku).sku(sku).build();
    }

    private List<Item> drain() {
        List<Item> items = new ArrayList<>();
        CatalogFeed.Batch batch;
        do {
            batch = feed.poll(checkpoint, 100);
            checkpoint = Optional.of(batch.next());
            items.addAll(batch.items());
        } while (batch.more());
        return items;
    }

    private static List<ChannelOffer> offers(List<Item> items) {
        return items.stream().map(item -> ((Item.Changed) item).offer()).toList();
    }
}
