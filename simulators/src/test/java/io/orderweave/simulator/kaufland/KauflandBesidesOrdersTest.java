package io.orderweave.simulator.kaufland;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.TestHttp.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invoices, returns, offers, restarts. */
class KauflandBesidesOrdersTest extends KauflandTestCase {

    private static final String FILE =
            Base64.getEncoder().encodeToString("%PDF-1.4".getBytes(StandardCharsets.US_ASCII));

    @TempDir
    Path folder;

    @Test
    void takesInvoicesInBase64AndDeletesOnlyTheSellers() throws Exception {
        String order = kaufland.buyers().placeReady(mugs());
        Reply reply = upload(order, FILE);
        long id = KauflandClient.body(reply).at("/data/id_invoice").asLong();
        kaufland.platform().provideInvoice(order, id, "dsm.pdf");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(client.data("/order-invoices")).hasSize(2);
        assertThat(client.send("DELETE", "/order-invoices/" + order + "/" + id, "")
                        .status())
                .isEqualTo(204);
        assertThat(client.send("DELETE", "/order-invoices/" + order + "/" + id, "")
                        .status())
                .isEqualTo(404);
        assertThat(client.data("/order-invoices").findValuesAsText("original_name"))
                .containsExactly("dsm.pdf");
        assertThat(kaufland.counters().order(order).invoicesByName()).isEmpty();
    }

    @Test
    void refusesInvoicesThatAreNone() throws Exception {
        String order = kaufland.buyers().placeReady(mugs());

        assertThat(upload(order, "not base64!").status()).isEqualTo(400);
        assertThat(upload(order, "").status()).isEqualTo(400);
        assertThat(upload("MNOSUCH", FILE).status()).isEqualTo(404);
        assertThat(client.send("POST", "/order-invoices/" + order, "[]").status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"accept, return_accepted", "repair, return_in_repair", "reject, return_rejected"})
    void decidesOnEachPieceOnce(String action, String status) throws Exception {
        String order = kaufland.buyers().placeReady(mugs());
        kaufland.platform().setUnitStatus(unit(order, 0), "sent");
        long id = kaufland.buyers().announceReturn(order, List.of(unit(order, 0)), "defect", "x");
        kaufland.platform().moveReturn(id, "package_received");
        JsonNode piece =
                client.data("/returns/" + id + "?embedded=return_units").at("/return_units/0");
        String path = "/return-units/" + piece.path("id_return_unit").asLong() + "/" + action;

        assertThat(piece.path("status").asText()).isEqualTo("return_arrived");
        assertThat(client.send("PATCH", path, "{'message':'Nein'}").status()).isEqualTo(204);
        assertThat(KauflandClient.problem(client.send("PATCH", path, "{'message':'Nein'}")))
                .isEqualTo("/problems/duplicate-action");
        assertThat(kaufland.counters().verdicts().values()).containsExactly(List.of(status));
    }

    @Test
    void listsReturnsByTheirLastChange() throws Exception {
        String order = kaufland.buyers().placeReady(mugs());
        kaufland.platform().setUnitStatus(unit(order, 0), "sent");
        kaufland.platform().setUnitStatus(unit(order, 1), "sent");
        long first = kaufland.buyers().announceReturn(order, List.of(unit(order, 0)), "defect", "x");
        long second = kaufland.buyers().announceReturn(order, List.of(unit(order, 1)), "defect", "x");
        clock.advance(Duration.ofHours(1));
        kaufland.platform().moveReturn(first, "package_sent");

        assertThat(client.data("/returns").findValuesAsText("id_return"))
                .containsExactly(Long.toString(second), Long.toString(first));
        assertThat(client.data("/returns?sort=ts_updated:desc").findValuesAsText("id_return"))
                .containsExactly(Long.toString(first), Long.toString(second));
        assertThat(client.data("/returns?ts_updated_from_iso=2026-11-21T10:30:00Z")
                        .findValuesAsText("id_return"))
                .containsExactly(Long.toString(first));
    }

    @Test
    void wantsAStorefrontForOffers() throws Exception {
        long offer = kaufland.platform().offer(offer("TAS"));

        assertThat(client.get("/units").status()).isEqualTo(400);
        assertThat(KauflandClient.problem(client.get("/units?storefront=pl")))
                .isEqualTo("/problems/storefront-not-configured");
        assertThat(client.get("/units/" + offer + "?storefront=sk").status()).isEqualTo(404);
        assertThat(client.data("/units?storefront=DE&id_offer=TAS&embedded=products")
                        .at("/0/product/title")
                        .asText())
                .isEqualTo("Ware TAS");
        assertThat(client.data("/units?storefront=de&ean=1")).isEmpty();
    }

    @Test
    void answersABulkItemByItem() throws Exception {
        long good = kaufland.platform().offer(offer("A"));
        long bad = kaufland.platform().offer(offer("B"));

        Reply reply = client.send(
                "POST",
                "/units/bulk?storefront=de",
                "[{'id_unit':" + good + ",'unit_data':{'amount':5}},{'id_unit':" + bad
                        + ",'unit_data':{'listing_price':0}},{'id_unit':1,'unit_data':{'amount':5}}]");

        assertThat(reply.status()).isEqualTo(207);
        assertThat(KauflandClient.body(reply).path("data").findValuesAsText("status_code"))
                .containsExactly("200", "400", "404");
        assertThat(client.data("/units/" + good + "?storefront=de")
                        .path("amount")
                        .asInt())
                .isEqualTo(5);
        assertThat(kaufland.counters().offerWrites(bad)).isEmpty();
    }

    @Test
    void refusesABulkAsAWhole() throws Exception {
        long offer = kaufland.platform().offer(offer("A"));
        String item = "{'id_unit':" + offer + ",'unit_data':{'amount':5}}";
        StringBuilder many = new StringBuilder(item);
        for (int i = 0; i < 150; i++) {
            many.append(",{'id_unit':").append(100 + i).append(",'unit_data':{'amount':5}}");
        }

        assertThat(client.send("POST", "/units/bulk?storefront=de", "[" + item + "," + item + "]")
                        .status())
                .isEqualTo(400);
        assertThat(client.send("POST", "/units/bulk?storefront=de", "[" + many + "]")
                        .status())
                .isEqualTo(400);
        assertThat(kaufland.counters().offerWrites(offer)).isEmpty();
    }

    @Test
    void showsAChangedOfferOnlyAfterAWhile() throws Exception {
        try (KauflandSimulator slow = settings().offerLag(Duration.ofMinutes(3)).start()) {
            long offer = slow.platform().offer(offer("A"));
            KauflandClient seller = new KauflandClient(slow, clock);
            seller.send("PATCH", "/units/" + offer + "?storefront=de", "{'amount':9}");

            assertThat(seller.data("/units/" + offer + "?storefront=de")
                            .path("amount")
                            .asInt())
                    .isEqualTo(3);
            clock.advance(Duration.ofMinutes(4));
            assertThat(seller.data("/units/" + offer + "?storefront=de")
                            .path("amount")
                            .asInt())
                    .isEqualTo(9);
        }
    }

    @Test
    void goesOnAfterARestart() throws Exception {
        Path file = folder.resolve("kaufland.json");
        String order;
        int port;
        try (KauflandSimulator first = settings().stateFile(file).start()) {
            order = first.buyers().placeReady(mugs());
            first.platform().offer(offer("A"));
            port = URI.create(first.baseUrl()).getPort();
            long unit = first.counters().order(order).unitIds().get(0);
            first.faults().on("PATCH", ".*/send").once(Fault.statusAfterWrite(500, Map.of(), ""));
            new KauflandClient(first, clock)
                    .send("PATCH", "/order-units/" + unit + "/send", "{'tracking_numbers':'17','carrier_code':'DHL'}");
        }
        try (KauflandSimulator again = settings().stateFile(file).port(port).start()) {
            assertThat(again.counters().order(order).statuses()).containsExactly("sent", "need_to_be_sent");
            assertThat(again.counters().order(order).units().get(0).parcelsByNumber())
                    .containsOnlyKeys("17");
            assertThat(again.buyers().place(mugs())).isNotEqualTo(order);
        }
    }

    private Reply upload(String order, String data) throws Exception {
        return client.send(
                "POST",
                "/order-invoices/" + order,
                "{'original_name':'RE-1.pdf','mime_type':'application/pdf','data':'" + data + "'}");
    }
}
