package io.orderweave.connectors.allegro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.channel.Storefront;
import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connector.CatalogFeed;
import io.orderweave.connector.CatalogFeed.Batch;
import io.orderweave.connector.CatalogFeed.Item;
import io.orderweave.connector.ChannelOffer;
import io.orderweave.connector.OfferRef;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.money.Money;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.allegro.AllegroMarketplace;
import io.orderweave.simulator.allegro.AllegroOffer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllegroCatalogFeedTest {

    private final SimulatedAllegro world =
            new SimulatedAllegro(Map.of(AllegroConnectorFactory.PAGE_SIZE, "2"), settings -> settings);
    private final CatalogFeed feed = world.connector.catalogFeed().orElseThrow();
    private Optional<Checkpoint> checkpoint = Optional.empty();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void bringsAnOfferWithAllItsParts() {
        world.allegro
                .offers()
                .list(AllegroOffer.builder()
                        .from(AllegroOffer.of("1", "KUB-03", "Kubek", 10, "25.00"))
                        .ean("5901234123457")
                        .productId("product-1")
                        .putMorePrice(AllegroMarketplace.CZ, new BigDecimal("150.00"))
                        .addDescription("<p>Z porcelany</p>")
                        .addDescription("<p>Do zmywarki</p>")
                        .addImages("https://pictures.example/1", "https://pictures.example/2")
                        .putParameter("Kolor", "granatowy")
                        .build());

        ChannelOffer offer = ((Item.Changed) drain().get(0)).offer();

        assertThat(offer.ref()).isEqualTo(OfferRef.of("1"));
        assertThat(offer.product()).contains("product-1");
        assertThat(offer.sku()).contains("KUB-03");
        assertThat(offer.eans()).containsExactly("5901234123457");
        assertThat(offer.name()).isEqualTo("Kubek");
        assertThat(offer.description()).contains("<p>Z porcelany</p>\n<p>Do zmywarki</p>");
        assertThat(offer.term()).isEqualTo("ACTIVE");
        assertThat(offer.active()).isTrue();
        assertThat(offer.available()).contains(10);
        assertThat(offer.price()).contains(Money.of("25.00", "PLN"));
        assertThat(offer.storefrontPrices())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        new Storefront("allegro-pl"),
                        Money.of("25.00", "PLN"),
                        new Storefront("allegro-cz"),
                        Money.of("150.00", "CZK")));
        assertThat(offer.categories()).containsExactly(new ChannelOffer.Category("257931", Optional.empty()));
        assertThat(offer.images()).containsExactly("https://pictures.example/1", "https://pictures.example/2");
        assertThat(offer.attributes()).containsEntry("Kolor", List.of("granatowy"));
    }

    @Test
    void bringsAllOffersOnceAndThenThoseThatChange() {
        list("1", "2", "3");
        assertThat(ids(drain())).contains("1", "2", "3");
        assertThat(drain()).isEmpty();

        world.allegro.offers().edit("2", offer -> offer.put("name", "Kubek nowy"));
        world.allegro.offers().end("3");

        assertThat(ids(drain())).containsExactly("2", "3");
    }

    @Test
    void missesNothingThatChangesWhileTheListIsWalked() {
        list("1", "2", "3");
        checkpoint = Optional.of(feed.poll(checkpoint, 100).next());
        list("4");
        world.allegro.offers().edit("3", offer -> offer.put("name", "Kubek nowy"));

        assertThat(ids(drain())).contains("1", "2", "3", "4");
    }

    @Test
    void costsOneRequestAndNoNewCheckpointWhenNothingIsNew() {
        list("1");
        drain();
        drain();
        Optional<Checkpoint> before = checkpoint;
        world.newRequests();
        world.context.clock.advance(Duration.ofMinutes(10));

        assertThat(drain()).isEmpty();

        assertThat(world.newRequests()).containsExactly("GET /sale/offer-events");
        assertThat(checkpoint).isEqualTo(before);
    }

    @Test
    void readsTheListAgainOnceTheJournalHasForgotten() {
        list("1", "2");
        drain();
        drain();
        world.allegro.offers().end("1");
        world.context.clock.advance(Duration.ofHours(25));

        assertThat(ids(drain())).contains("1", "2");
    }

    @Test
    void doesNotReadTheListAgainWhileItIsPolledNowAndThen() {
        list("1");
        drain();
        for (int hours = 0; hours < 40; hours += 2) {
            world.context.clock.advance(Duration.ofHours(2));
            drain();
        }

        assertThat(world.allegro.requestsByOperation()).containsEntry("GET /sale/offers", 1);
    }

    @Test
    void readsTheListAgainWhenTheJournalRefusesTheLastEventAndSaysSoWhenItRefusesAny() {
        list("1");
        drain();
        world.allegro.faults().on("GET", "/sale/offer-events").always(Fault.status(400));

        Batch again = feed.poll(checkpoint, 100);

        assertThat(ids(again.items())).containsExactly("1");
        assertThatThrownBy(() -> feed.poll(Optional.of(again.next()), 100))
                .isInstanceOfSatisfying(
                        OutsideFault.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.REJECTED));
    }

    @Test
    void leavesOutAnOfferThatIsGone() {
        list("1", "2");
        drain();
        world.allegro.offers().remove("1");
        world.allegro.offers().end("2");

        assertThat(ids(drain())).doesNotContain("1").contains("2");
    }

    @ParameterizedTest
    @CsvSource({"ENDED, false", "INACTIVE, false", "ACTIVATING, false", "ACTIVE, true", "SOMETHING_NEW, false"})
    void knowsWhatCanBeBought(String status, boolean active) {
        list("1");
        world.allegro.offers().edit("1", offer -> offer.putObject("publication").put("status", status));

        ChannelOffer offer = ((Item.Changed) drain().get(0)).offer();

        assertThat(offer.term()).isEqualTo(status);
        assertThat(offer.active()).isEqualTo(active);
    }

    @Test
    void quarantinesWhatIsNoOffer() {
        list("1");
        world.allegro
                .offers()
                .edit(
                        "1",
                        offer -> offer.putObject("sellingMode")
                                .putObject("price")
                                .put("amount", "x"));

        assertThat(drain()).first().isInstanceOfSatisfying(Item.Unreadable.class, unreadable -> {
            assertThat(unreadable.id()).isEqualTo("1");
            assertThat(unreadable.reason()).startsWith("$.sellingMode.price.amount");
            assertThat(unreadable.raw().content()).isNotEmpty();
        });
    }

    @Test
    void bringsNothingOfAPageInWhichAFaultHappens() {
        list("1");
        world.allegro.faults().on("GET", "/sale/product-offers/1").always(Fault.status(503));

        assertThatThrownBy(() -> feed.poll(Optional.empty(), 10)).isInstanceOf(OrderweaveException.class);
    }

    private void list(String... ids) {
        for (String id : ids) {
            world.allegro.offers().list(AllegroOffer.of(id, "SKU-" + id, "Kubek " + id, 10, "25.00"));
        }
    }

    private List<Item> drain() {
        List<Item> items = new ArrayList<>();
        Batch batch;
        do {
            batch = feed.poll(checkpoint, 100);
            checkpoint = Optional.of(batch.next());
            items.addAll(batch.items());
        } while (batch.more());
        return items;
    }

    private static List<String> ids(List<Item> items) {
        return items.stream()
                .map(item -> ((Item.Changed) item).offer().ref().id())
                .toList();
    }
}
