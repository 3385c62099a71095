package io.orderweave.simulator.allegro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.simulator.SimulatorClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllegroRestartTest {

    @TempDir
    Path folder;

    private final SimulatorClock clock = SimulatorClock.at(Instant.parse("2026-11-21T10:00:00Z"));

    @Test
    void goesOnWithOrdersTokensAndCounters() throws Exception {
        String formId;
        String token;
        List<String> events;
        String answer;
        try (AllegroSimulator before = start()) {
            formId = before.buyers().placeReady(AllegroTestCase.mugs());
            token = before.accounts().mintAccessToken();
            AllegroClient client = new AllegroClient(before.baseUrl(), token);
            client.json(
                    "POST", "/order/checkout-forms/" + formId + "/shipments", "{'carrierId':'DPD','waybill':'13500'}");
            client.json("PUT", "/order/checkout-forms/" + formId + "/fulfillment", "{'status':'SENT'}");
            client.json(
                    "POST",
                    "/order/checkout-forms/" + formId + "/invoices",
                    "{'file':{'name':'i.pdf'},'invoiceNumber':'FV/1'}");
            events = client.eventTypes("");
            answer = client.get("/order/checkout-forms/" + formId).response().body();
        }
        clock.advance(Duration.ofHours(1));

        try (AllegroSimulator after = start()) {
            AllegroClient client = new AllegroClient(after.baseUrl(), token);
            AllegroFormCounters counters = after.counters().form(formId);

            assertThat(client.eventTypes("")).isEqualTo(events);
            assertThat(client.get("/order/checkout-forms/" + formId).response().body())
                    .isEqualTo(answer);
            assertThat(counters.shipmentsByWaybill()).containsExactly(Map.entry("13500", 1));
            assertThat(counters.invoicesByNumber()).containsExactly(Map.entry("FV/1", 1));
            assertThat(counters.fulfillmentWrites()).containsExactly("SENT");
            assertThat(after.buyers().place(AllegroTestCase.mugs())).isNotEqualTo(formId);
        }
    }

    @Test
    void goesOnWithRefundsReturnsAndOffers() throws Exception {
        String formId;
        String returnId;
        try (AllegroSimulator before = start()) {
            formId = before.buyers().placeReady(AllegroTestCase.mugs());
            returnId = before.returns().announce(formId, "16001", 1, "MISTAKE");
            before.offers().list(AllegroOffer.of("16001", "MUG-BLUE", "Kubek niebieski", 5, "24.90"));
            AllegroClient client = new AllegroClient(before);
            client.json(
                    "POST",
                    "/payments/refunds",
                    "{'payment':{'id':'"
                            + client.get(AllegroTestCase.form(formId))
                                    .body()
                                    .at("/payment/id")
                                    .asText()
                            + "'},'order':{'id':'" + formId
                            + "'},'commandId':'c-1','reason':'REFUND','delivery':{'value':{'amount':'1.00',"
                            + "'currency':'PLN'}}}");
            client.json(
                    "PUT",
                    "/sale/offer-quantity-change-commands/c-1",
                    "{'modification':{'changeType':'FIXED','value':3},'offerCriteria':[{'offers':[{'id':'16001'}]}]}");
            client.json("PATCH", "/sale/product-offers/16001", "{'name':'Kubek granatowy'}");
        }
        clock.advance(Duration.ofHours(1));

        try (AllegroSimulator after = start()) {
            AllegroClient client = new AllegroClient(after);

            assertThat(after.counters().form(formId).refundsByCommand()).containsExactly(Map.entry("c-1", 1));
            assertThat(after.counters().offer("16001").stockWrites()).containsExactly(3);
            assertThat(after.counters().offerCommands()).containsKey("offer-quantity-change-commands");
            assertThat(client.beta("GET", "/order/customer-returns/" + returnId, "")
                            .status())
                    .isEqualTo(200);
            assertThat(client.get("/sale/product-offers/16001")
                            .body()
                            .path("name")
                            .asText())
                    .isEqualTo("Kubek granatowy");
        }
    }

    @Test
    void remembersWhichOrdersWentIntoAJointPayment() throws Exception {
        String first;
        String joint;
        try (AllegroSimulator before = start()) {
            first = before.buyers().place(AllegroTestCase.mugs());
            joint = before.buyers().payJointly(first, before.buyers().place(AllegroTestCase.teapot()));
        }

        try (AllegroSimulator after = start()) {
            AllegroClient client = new AllegroClient(after);
            assertThat(client.get("/order/checkout-forms/" + first).status()).isEqualTo(404);
            assertThat(client.get("/order/checkout-forms/" + joint).status()).isEqualTo(200);
            assertThat(after.counters().replaced()).hasSize(2).containsEntry(first, joint);
            assertThat(after.counters().forms())
                    .extracting(AllegroFormCounters::formId)
                    .containsExactly(joint);
        }
    }

    @Test
    void remembersWhatIsNotFilledInYet() throws Exception {
        String bought;
        String placed;
        try (AllegroSimulator before = start()) {
            bought = before.buyers().buy(AllegroTestCase.mugs());
            placed = before.buyers().place(AllegroTestCase.teapot());
        }

        try (AllegroSimulator after = start()) {
            after.buyers().fillIn(bought);

            AllegroClient client = new AllegroClient(after);
            assertThat(client.get("/order/checkout-forms/" + bought)
                            .body()
                            .at("/delivery/address/city")
                            .asText())
                    .isEqualTo("Toruń");
            assertThatThrownBy(() -> after.buyers().fillIn(placed)).isInstanceOf(IllegalStateException.class);
        }
    }

    private AllegroSimulator start() {
        return AllegroSimulator.builder(AllegroClient.ID, AllegroClient.SECRET)
                .clock(clock)
                .offerCommandTime(Duration.ofMinutes(1))
                .offerEditTime(Duration.ofMinutes(1))
                .stateFile(folder.resolve("allegro.json"))
                .start();
    }
}
