package io.orderweave.simulator.allegro;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllegroOffersTest extends AllegroTestCase {

    private static final Duration MINUTES = Duration.ofMinutes(3);
    private static final String QUANTITY = "/sale/offer-quantity-change-commands/";
    private static final String PRICE = "/sale/offer-price-change-commands/";
    private static final String PUBLICATION = "/sale/offer-publication-commands/";

    @Override
    AllegroSettings.Builder settings() {
        return super.settings().offerCommandTime(MINUTES).offerEditTime(MINUTES);
    }

    @BeforeEach
    void list() {
        allegro.offers().list(AllegroOffer.of("16001", "MUG-BLUE", "Kubek niebieski", 5, "24.90"));
        allegro.offers()
                .list(AllegroOffer.builder()
                        .from(AllegroOffer.of("16002", "TEAPOT", "Imbryk", 2, "89.00"))
                        .putMorePrice(AllegroMarketplace.CZ, new BigDecimal("520.00"))
                        .build());
    }

    @Test
    void registersACommandThatCountsNothingYetAndDoesItLater() throws Exception {
        AllegroClient.Reply registered = client.json("PUT", QUANTITY + "c-1", fixed(7, "16001", "16002", "nobody"));
        assertThat(registered.status()).isEqualTo(201);
        assertThat(registered.body().at("/taskCount/total").asInt()).isZero();
        assertThat(client.get(QUANTITY + "c-1/tasks").body().findValuesAsText("status"))
                .containsExactly("NEW", "NEW", "NEW");
        assertThat(available("16001")).isEqualTo(5);

        clock.advance(MINUTES);

        assertThat(client.get(QUANTITY + "c-1").body().at("/taskCount").toString())
                .isEqualTo("{\"failed\":1,\"success\":2,\"total\":3}");
        assertThat(client.get(QUANTITY + "c-1/tasks").body().findValuesAsText("status"))
                .containsExactly("SUCCESS", "SUCCESS", "FAIL");
        assertThat(available("16001")).isEqualTo(7);
        assertThat(allegro.counters().offerCommands()).containsEntry("offer-quantity-change-commands", 1);
    }

    @Test
    void refusesACommandIdThatWasUsed() throws Exception {
        client.json("PUT", QUANTITY + "c-1", fixed(7, "16001"));

        assertThat(client.json("PUT", QUANTITY + "c-1", fixed(9, "16001")).status())
                .isEqualTo(409);
        clock.advance(MINUTES);
        assertThat(allegro.counters().offer("16001").stockWrites()).containsExactly(7);
        assertThat(client.get(PRICE + "c-1").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"'changeType':'FIXED','value':0", "'value':3", "'changeType':'GAIN'"})
    void refusesAQuantityThatSaysNothing(String modification) throws Exception {
        String body = fixed(7, "16001").replace("'changeType':'FIXED','value':7", modification);

        assertThat(client.json("PUT", QUANTITY + "c-1", body).status()).isEqualTo(422);
    }

    @Test
    void takesAThousandOffersInACommandAndNoMore() throws Exception {
        assertThat(client.json("PUT", QUANTITY + "c-1", fixed(7, many(1000))).status())
                .isEqualTo(201);
        assertThat(client.json("PUT", QUANTITY + "c-2", fixed(7, many(1001))).status())
                .isEqualTo(422);
    }

    @Test
    void gainsAndLosesPieces() throws Exception {
        String gain =
                fixed(7, "16001", "16002").replace("'changeType':'FIXED','value':7", "'changeType':'GAIN','value':-3");
        client.json("PUT", QUANTITY + "c-1", gain);
        clock.advance(MINUTES);

        assertThat(available("16001")).isEqualTo(2);
        assertThat(client.get(QUANTITY + "c-1/tasks").body().findValuesAsText("code"))
                .containsExactly("QuantityNegative");
    }

    @Test
    void setsThePriceOfAMarketplace() throws Exception {
        client.json("PUT", PRICE + "c-1", price("520.50", "CZK", "allegro-cz"));
        client.json("PUT", PRICE + "c-2", price("90.00", "PLN", "allegro-pl"));
        client.json("PUT", PRICE + "c-3", price("90.00", "EUR", "allegro-sk"));
        clock.advance(MINUTES);

        assertThat(allegro.counters().offer("16002").priceWrites())
                .containsExactly("allegro-cz 520.50 CZK", "allegro-pl 90.00 PLN");
        assertThat(client.get(PRICE + "c-3/tasks").body().findValuesAsText("code"))
                .containsExactly("MarketplaceNotEnabled");
        assertThat(client.json("PUT", PRICE + "c-4", price("90.001", "PLN", "allegro-pl"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void endsAnOfferByCommandAndByItsLastPiece() throws Exception {
        client.json(
                "PUT",
                PUBLICATION + "c-1",
                "{'publication':{'action':'END'},'offerCriteria':[{'offers':[{'id':'16001'}]}]}");
        clock.advance(MINUTES);
        assertThat(allegro.counters().offer("16001").status()).isEqualTo("ENDED");

        allegro.buyers()
                .place(AllegroOrderScript.builder()
                        .addLines(AllegroLine.of("16002", "TEAPOT", "Imbryk", 2, "89.00"))
                        .build());

        assertThat(allegro.counters().offer("16002").available()).isZero();
        assertThat(allegro.counters().offer("16002").status()).isEqualTo("ENDED");
        assertThat(client.get("/sale/offer-events").body().findValuesAsText("type"))
                .endsWith("OFFER_ENDED");
    }

    @Test
    void sellsOfTheStockThatACommandHasSetByThen() throws Exception {
        client.json("PUT", QUANTITY + "c-1", fixed(7, "16001"));
        clock.advance(MINUTES);

        allegro.buyers().place(mugs());

        assertThat(allegro.counters().offer("16001").available()).isEqualTo(5);
    }

    @Test
    void editsAnOfferByAnOperationThatIsAskedForUntilDone() throws Exception {
        AllegroClient.Reply taken = client.json("PATCH", "/sale/product-offers/16001", "{'stock':{'available':0}}");
        assertThat(taken.status()).isEqualTo(202);
        assertThat(taken.response().headers().firstValue("Retry-After")).contains("180");
        String operation = taken.response().headers().firstValue("Location").orElseThrow();
        assertThat(client.json("PATCH", "/sale/product-offers/16001", "{'stock':{'available':9}}")
                        .status())
                .isEqualTo(409);
        assertThat(client.get(operation).status()).isEqualTo(202);

        clock.advance(MINUTES);

        assertThat(client.get(operation).status()).isEqualTo(303);
        assertThat(allegro.counters().offer("16001").status()).isEqualTo("ENDED");
        assertThat(allegro.counters().offer("16001").stockWrites()).containsExactly(0);
        assertThat(client.json("PATCH", "/sale/product-offers/16001", "{'stock':null}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void listsOffersByTheSellersNumberAndByStatus() throws Exception {
        allegro.offers().end("16001");

        assertThat(ids("?external.id=TEAPOT&external.id=MUG-BLUE")).containsExactly("16002", "16001");
        assertThat(ids("?publication.status=ACTIVE")).containsExactly("16002");
        assertThat(ids("?limit=1&offset=1")).containsExactly("16001");
        assertThat(client.get("/sale/offers?limit=1001").status()).isEqualTo(400);
    }

    @Test
    void tellsWhatChangedSinceAnEventForADay() throws Exception {
        String last = client.get("/sale/offer-events")
                .body()
                .path("offerEvents")
                .path(1)
                .path("id")
                .asText();
        allegro.offers().edit("16001", offer -> offer.put("name", "Kubek granatowy"));

        assertThat(client.get("/sale/offer-events?from=" + last).body().findValuesAsText("type"))
                .containsExactly("OFFER_CHANGED");
        clock.advance(Duration.ofHours(25));
        assertThat(client.get("/sale/offer-events").body().path("offerEvents")).isEmpty();
    }

    private int available(String offerId) throws Exception {
        return client.get("/sale/product-offers/" + offerId)
                .body()
                .at("/stock/available")
                .asInt();
    }

    private List<String> ids(String query) throws Exception {
        return java.util.stream.StreamSupport.stream(
                        client.get("/sale/offers" + query).body().path("offers").spliterator(), false)
                .map(offer -> offer.path("id").asText())
                .toList();
    }

    private static String[] many(int count) {
        return IntStream.range(0, count).mapToObj(i -> "18" + i).toArray(String[]::new);
    }

    private static String fixed(int value, String... offers) {
        return "{'modification':{'changeType':'FIXED','value':" + value + "},'offerCriteria':[{'offers':["
                + List.of(offers).stream().map(id -> "{'id':'" + id + "'}").collect(Collectors.joining(","))
                + "],'type':'CONTAINS_OFFERS'}]}";
    }

    private static String price(String amount, String currency, String marketplace) {
        return "{'modification':{'type':'FIXED_PRICE','marketplaceId':'" + marketplace + "','price':{'amount':'"
                + amount + "','currency':'" + currency
                + "'}},'offerCriteria':[{'offers':[{'id':'16002'}],'type':'CONTAINS_OFFERS'}]}";
    }
}
