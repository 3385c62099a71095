package io.orderweave.simulator.allegro;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllegroJournalTest extends AllegroTestCase {

    @Test
    void tellsWhatHappenedToAnOrder() throws Exception {
        String formId = allegro.buyers().placeReady(mugs());

        JsonNode events = client.get("/order/events").body().path("events");

        assertThat(events.findValuesAsText("type")).containsExactly("BOUGHT", "FILLED_IN", "READY_FOR_PROCESSING");
        JsonNode last = events.path(2);
        assertThat(last.path("occurredAt").asText()).isEqualTo("2026-11-21T10:00:00.000Z");
        assertThat(last.path("order").path("checkoutForm").path("id").asText()).isEqualTo(formId);
        assertThat(last.path("order").path("marketplace").path("id").asText()).isEqualTo("allegro-pl");
        assertThat(last.at("/order/lineItems/0/offer/external/id").asText()).isEqualTo("MUG-BLUE");
        assertThat(last.at("/order/checkoutForm/revision"))
                .isEqualTo(client.get(form(formId)).body().path("revision"));
    }

    @Test
    void readsAfterAnEventAndNeverTheEventItself() throws Exception {
        allegro.buyers().placeReady(mugs());
        List<String> ids = ids("");

        assertThat(ids("?from=" + ids.get(0))).containsExactly(ids.get(1), ids.get(2));
        assertThat(ids("?from=" + ids.get(2))).isEmpty();
    }

    @Test
    void readsAfterAMomentWhenTheIdIsMadeUp() throws Exception {
        allegro.buyers().place(mugs());
        clock.advance(Duration.ofMinutes(10));
        allegro.buyers().place(teapot());

        String fiveMinutesLater = Long.toString(START.plusSeconds(300).toEpochMilli() * 1000);

        assertThat(ids("?from=" + fiveMinutesLater)).hasSize(2);
    }

    @Test
    void readsPagesAndTypes() throws Exception {
        allegro.buyers().placeReady(mugs());
        allegro.buyers().placeReady(teapot());

        assertThat(ids("?limit=4")).hasSize(4).isSorted();
        assertThat(client.eventTypes("?type=BOUGHT&type=FILLED_IN&limit=3"))
                .containsExactly("BOUGHT", "FILLED_IN", "BOUGHT");
    }

    @Test
    void takesAnyLimitUpToAThousand() throws Exception {
        allegro.buyers().placeReady(mugs());

        assertThat(ids("?limit=1")).hasSize(1);
        assertThat(ids("?limit=1000")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=1001", "?limit=many", "?type=SOLD", "?from=yesterday"})
    void refusesWrongParameters(String query) throws Exception {
        assertThat(client.get("/order/events" + query).status()).isEqualTo(422);
    }

    @Test
    void knowsTheLatestEvent() throws Exception {
        allegro.buyers().placeReady(mugs());

        assertThat(client.get("/order/event-stats").body().at("/latestEvent/id").asText())
                .isEqualTo(ids("").get(2));
    }

    @Test
    void mayLoseAnEventThatOnlyTheListShows() throws Exception {
        String formId = allegro.buyers().place(mugs());
        allegro.buyers().pay(formId, AllegroEventDelivery.LOST);

        assertThat(client.eventTypes("")).containsExactly("BOUGHT", "FILLED_IN");
        assertThat(client.get("/order/checkout-forms?status=READY_FOR_PROCESSING")
                        .body()
                        .at("/checkoutForms/0/id")
                        .asText())
                .isEqualTo(formId);
    }

    @Test
    void mayLoseACancellationAndAChangeOfAddress() throws Exception {
        String changed = allegro.buyers().placeReady(mugs());
        String cancelled = allegro.buyers().placeReady(mugs());
        String expired = allegro.buyers().place(mugs());
        List<String> before = ids("");

        allegro.buyers()
                .changeAddress(changed, AllegroAddress.sample(AllegroMarketplace.SK), AllegroEventDelivery.LOST);
        allegro.buyers().cancel(cancelled, AllegroEventDelivery.LOST);
        allegro.buyers().autoCancel(expired, AllegroEventDelivery.LOST);

        assertThat(ids("")).isEqualTo(before);
        assertThat(client.get(form(changed)).body().at("/delivery/address/city").asText())
                .isEqualTo("Žilina");
        assertThat(client.get(form(cancelled)).body().path("status").asText()).isEqualTo("CANCELLED");
        assertThat(client.get(form(expired)).body().path("status").asText()).isEqualTo("CANCELLED");
    }

    @Test
    void mayTellACancellationBeforeTheOrder() throws Exception {
        String formId = allegro.buyers().placeReady(mugs());

        allegro.buyers().cancel(formId, AllegroEventDelivery.OUT_OF_ORDER);

        assertThat(client.eventTypes(""))
                .containsExactly("BUYER_CANCELLED", "BOUGHT", "FILLED_IN", "READY_FOR_PROCESSING");
    }

    @Test
    void mayTellAnEventTwice() throws Exception {
        String formId = allegro.buyers().place(mugs());
        allegro.buyers().pay(formId, AllegroEventDelivery.TWICE);

        assertThat(client.eventTypes("?type=READY_FOR_PROCESSING")).hasSize(2);
    }

    @Test
    void mayTellReadyBeforeBought() throws Exception {
        allegro.buyers().placeReady(teapot());
        String formId = allegro.buyers().place(mugs());
        String lastOfTeapot = ids("").get(2);
        clock.advance(Duration.ofMinutes(2));

        allegro.buyers().pay(formId, AllegroEventDelivery.OUT_OF_ORDER);

        assertThat(client.eventTypes("?from=" + (Long.parseLong(lastOfTeapot) - 2)))
                .contains("READY_FOR_PROCESSING", "BOUGHT", "FILLED_IN");
        List<String> ofMugs = client.get("/order/events").body().path("events").findParents("type").stream()
                .filter(event -> event.at("/order/checkoutForm/id").asText().equals(formId))
                .map(event -> event.path("type").asText())
                .toList();
        assertThat(ofMugs).containsExactly("READY_FOR_PROCESSING", "BOUGHT", "FILLED_IN");
    }

    @Test
    void keepsOutOfOrderEventsApart() throws Exception {
        String first = allegro.buyers().place(mugs());
        String second = allegro.buyers().place(teapot());

        allegro.buyers().pay(first, AllegroEventDelivery.OUT_OF_ORDER);
        allegro.buyers().pay(second, AllegroEventDelivery.OUT_OF_ORDER);

        assertThat(ids("")).hasSize(6).isSorted().doesNotHaveDuplicates();
        assertThat(client.eventTypes("?type=READY_FOR_PROCESSING")).hasSize(2);
    }

    @Test
    void idsAreMicroseconds() throws Exception {
        clock.advance(Duration.ofNanos(123_456_789));
        allegro.buyers().place(mugs());

        assertThat(ids("").get(0)).isEqualTo(START.getEpochSecond() + "123456");
    }

    @Test
    void mayRepeatAnEventLater() throws Exception {
        String formId = allegro.buyers().placeReady(mugs());

        allegro.buyers().repeatEvent(formId, "FILLED_IN");

        assertThat(client.eventTypes("")).containsExactly("BOUGHT", "FILLED_IN", "READY_FOR_PROCESSING", "FILLED_IN");
        assertThat(client.get(form(formId)).body().path("status").asText()).isEqualTo("READY_FOR_PROCESSING");
    }

    @Test
    void forgetsAfterSixtyDays() throws Exception {
        allegro.buyers().place(mugs());

        clock.advance(Duration.ofDays(60));
        AllegroClient later = new AllegroClient(allegro);
        assertThat(later.eventTypes("")).hasSize(2);
        clock.advance(Duration.ofSeconds(1));
        assertThat(later.eventTypes("")).isEmpty();
    }

    private List<String> ids(String query) throws Exception {
        return client.get("/order/events" + query).body().path("events").findParents("type").stream()
                .map(event -> event.path("id").asText())
                .toList();
    }
}
