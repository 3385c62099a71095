package io.orderweave.connectors.allegro;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.channel.Storefront;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.BatchAnswer;
import io.orderweave.connector.OfferRef;
import io.orderweave.connector.PriceUpdates;
import io.orderweave.connector.PriceUpdates.OfferPrice;
import io.orderweave.money.Money;
import io.orderweave.simulator.allegro.AllegroMarketplace;
import io.orderweave.simulator.allegro.AllegroOffer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AllegroPriceUpdatesTest {

    private static final String PRICE = "offer-price-change-commands";
    private static final WriteAnswer APPLIED = WriteAnswer.applied();

    private final SimulatedAllegro world = new SimulatedAllegro();
    private final PriceUpdates updates = world.connector.priceUpdates().orElseThrow();

    @BeforeEach
    void list() {
        for (String id : List.of("1", "2")) {
            world.allegro
                    .offers()
                    .list(AllegroOffer.builder()
                            .from(AllegroOffer.of(id, "SKU-" + id, "Kubek " + id, 10, "25.00"))
                            .putMorePrice(AllegroMarketplace.CZ, new BigDecimal("150.00"))
                            .build());
        }
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void givesOneCommandForEachPriceAndMarketplace() {
        OfferPrice pl1 = price("1", Optional.empty(), "29.90", "PLN");
        OfferPrice pl2 = price("2", Optional.empty(), "29.90", "PLN");
        OfferPrice cz1 = price("1", Optional.of("allegro-cz"), "179.00", "CZK");
        OfferPrice cz2 = price("2", Optional.of("allegro-cz"), "180.00", "CZK");

        assertThat(tell("batch-1", pl1, pl2, cz1, cz2))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(pl1.offer(), APPLIED, pl2.offer(), APPLIED, cz1.offer(), APPLIED, cz2.offer(), APPLIED));

        assertThat(world.allegro.counters().offerCommands()).containsExactly(Map.entry(PRICE, 3));
        assertThat(world.allegro.counters().offer("1").priceWrites())
                .containsExactly("allegro-pl 29.90 PLN", "allegro-cz 179.00 CZK");
    }

    @Test
    void givesNoCommandTwiceForOneBatch() {
        OfferPrice price = price("1", Optional.empty(), "29.90", "PLN");

        tell("batch-1", price);
        tell("batch-1", price);
        tell("batch-2", price);

        assertThat(world.allegro.counters().offer("1").priceWrites()).hasSize(2);
    }

    @Test
    void rejectsMoreThanTwoDecimalsWithoutSending() {
        OfferPrice odd = price("1", Optional.empty(), "29.905", "PLN");
        OfferPrice even = price("2", Optional.empty(), "29.90", "PLN");

        assertThat(tell("batch-1", odd, even))
                .containsEntry(
                        odd.offer(), new WriteAnswer.Rejected("Allegro takes prices of two decimals, not 29.905 PLN"))
                .containsEntry(even.offer(), APPLIED);
        assertThat(updates.update("batch-2", List.of(odd))).isInstanceOf(BatchAnswer.Finished.class);
        assertThat(world.allegro.counters().offerCommands()).containsExactly(Map.entry(PRICE, 1));
    }

    @Test
    void answersForAMarketplaceWhereTheOfferIsNotSold() {
        OfferPrice nowhere = price("1", Optional.of("allegro-sk"), "7.00", "EUR");

        assertThat(tell("batch-1", nowhere))
                .containsExactly(Map.entry(nowhere.offer(), new WriteAnswer.Rejected("MarketplaceNotEnabled")));
    }

    private Map<OfferRef, WriteAnswer> tell(String key, OfferPrice... prices) {
        BatchAnswer given = updates.update(key, List.of(prices));
        assertThat(given).isInstanceOf(BatchAnswer.Accepted.class);
        BatchAnswer answer = updates.resume(((BatchAnswer.Accepted) given).handle(), List.of(prices));
        assertThat(answer).isInstanceOf(BatchAnswer.Finished.class);
        return ((BatchAnswer.Finished) answer).items();
    }

    private static OfferPrice price(String id, Optional<String> marketplace, String amount, String currency) {
        return new OfferPrice(new OfferRef(id, marketplace.map(Storefront::new)), Money.of(amount, currency));
    }
}
