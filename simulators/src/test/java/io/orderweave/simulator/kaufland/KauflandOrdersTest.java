package io.orderweave.simulator.kaufland;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.simulator.TestHttp.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KauflandOrdersTest extends KauflandTestCase {

    @Test
    void makesAUnitOfEachPiece() throws Exception {
        String order = kaufland.buyers().place(mugs());

        JsonNode units = client.data("/orders/" + order).path("order_units");

        assertThat(units).hasSize(2);
        assertThat(units.findValuesAsText("status")).containsExactly("open", "open");
        assertThat(units.findValuesAsText("price")).containsExactly("1299", "1299");
        assertThat(units.findValuesAsText("id_order_unit")).doesNotHaveDuplicates();
    }

    @Test
    void listsNewestFirstAndPagesShiftWhenOrdersCome() throws Exception {
        String first = kaufland.buyers().place(mugs());
        String second = kaufland.buyers().place(mugs());
        assertThat(ids("/orders?limit=1")).containsExactly(second);

        kaufland.buyers().place(mugs());

        assertThat(ids("/orders?limit=1&offset=1")).containsExactly(second);
        assertThat(ids("/orders?limit=1&offset=2")).containsExactly(first);
        assertThat(client.get("/orders?limit=1").json().at("/pagination/total").asInt())
                .isEqualTo(3);
    }

    @Test
    void filtersByUpdateAndStorefront() throws Exception {
        String german = kaufland.buyers().place(mugs());
        String slovak = kaufland.buyers()
                .place(KauflandOrderScript.builder()
                        .from(mugs())
                        .storefront(KauflandStorefront.SK)
                        .build());
        clock.advance(Duration.ofHours(1));
        assertThat(ids("/orders?ts_units_updated_from_iso=2026-11-21T10:00:01Z"))
                .isEmpty();
        kaufland.buyers().pay(german);

        assertThat(ids("/orders?ts_units_updated_from_iso=2026-11-21T10:00:01Z"))
                .containsExactly(german);
        assertThat(ids("/orders?storefront=SK")).containsExactly(slovak);
        assertThat(ids("/orders?ts_created_from_iso=2026-11-21T10:00:01Z")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/orders?limit=101",
                "/orders?limit=0",
                "/orders?offset=x",
                "/orders?ts_units_updated_from_iso=today"
            })
    void refusesParametersThatAreNone(String path) throws Exception {
        assertThat(client.get(path).status()).isEqualTo(400);
    }

    @Test
    void showsPickupAndInvoicesOnlyWhenAsked() throws Exception {
        String order = kaufland.buyers()
                .place(KauflandOrderScript.builder()
                        .from(mugs())
                        .pickup(new KauflandPickupLocation("4711", "Packeta", "Packeta", "COD", Optional.empty()))
                        .build());

        assertThat(client.data("/orders/" + order).has("delivery")).isFalse();
        assertThat(client.data("/orders/" + order + "?embedded=delivery&embedded=order_invoices")
                        .at("/delivery/pickup_location/pickup_location_id")
                        .asText())
                .isEqualTo("4711");
        assertThat(client.data("/orders/" + order + "?embedded=delivery,order_invoices")
                        .path("order_invoices"))
                .isEmpty();
        assertThat(client.get("/orders/" + order + "?embedded=secrets").status())
                .isEqualTo(400);
        assertThat(client.get("/orders/MNOSUCH").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "open, fulfil, 204, need_to_be_sent",
        "need_to_be_sent, fulfil, 400, need_to_be_sent",
        "sent, fulfil, 403, sent",
        "open, send, 403, open",
        "need_to_be_sent, send, 204, sent",
        "sent, send, 400, sent",
        "received, send, 400, received",
        "cancelled, send, 403, cancelled",
        "open, cancel, 204, cancelled",
        "need_to_be_sent, cancel, 204, cancelled",
        "cancelled, cancel, 400, cancelled",
        "sent, cancel, 403, sent",
        "need_to_be_sent, refund, 403, need_to_be_sent",
        "sent, refund, 204, sent",
        "returned, refund, 204, returned"
    })
    void letsAUnitOnlyGoOn(String from, String action, int status, String to) throws Exception {
        String order = kaufland.buyers().place(mugs());
        kaufland.platform().setUnitStatus(unit(order, 0), from);
        String body = switch (action) {
            case "send" -> "{'tracking_numbers':'1, 2','carrier_code':'DHL'}";
            case "cancel" -> "{'reason':'NoInventory'}";
            case "refund" -> "{'amount':100,'reason':'defect'}";
            default -> "";
        };

        Reply reply = client.send("PATCH", "/order-units/" + unit(order, 0) + "/" + action, body);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(kaufland.counters().order(order).statuses()).containsExactly(to, "open");
    }

    @Test
    void splitsTrackingNumbersAndWantsOneButFromOther() throws Exception {
        String order = kaufland.buyers().placeReady(mugs());
        String path = "/order-units/" + unit(order, 0) + "/send";

        assertThat(client.send("PATCH", path, "{'tracking_numbers':'','carrier_code':'DHL'}")
                        .status())
                .isEqualTo(400);
        assertThat(client.send("PATCH", path, "{'tracking_numbers':'1','carrier_code':'Nobody'}")
                        .status())
                .isEqualTo(400);
        assertThat(client.send("PATCH", path, "{'carrier_code':'DHL'}").status())
                .isEqualTo(400);
        assertThat(client.send("PATCH", path, "{'tracking_numbers':'1,2','carrier_code':'DHL'}")
                        .status())
                .isEqualTo(204);
        assertThat(client.send(
                                "PATCH",
                                "/order-units/" + unit(order, 1) + "/send",
                                "{'tracking_numbers':'','carrier_code':'Other'}")
                        .status())
                .isEqualTo(204);

        assertThat(kaufland.counters().order(order).units().get(0).parcelsByNumber())
                .containsOnlyKeys("1", "2");
    }

    @Test
    void addsParcelsOnlyToWhatIsSentAndStopsNoDuplicate() throws Exception {
        String order = kaufland.buyers().placeReady(mugs());
        String body = "{'id_order_unit':" + unit(order, 0)
                + ",'shipment_information':{'carrier_code':'DHL','tracking_number':'9'}}";
        assertThat(client.send("POST", "/shipments", body).status()).isEqualTo(403);
        kaufland.platform().setUnitStatus(unit(order, 0), "sent");

        assertThat(client.send("POST", "/shipments", body).status()).isEqualTo(204);
        assertThat(client.send("POST", "/shipments", body).status()).isEqualTo(204);

        assertThat(kaufland.counters().duplicates())
                .containsExactly("unit " + unit(order, 0) + " has parcel 9 2 times");
    }

    @Test
    void paysBackNoMoreThanWasPaid() throws Exception {
        String order = kaufland.buyers().placeReady(mugs());
        kaufland.platform().setUnitStatus(unit(order, 0), "sent");
        String path = "/order-units/" + unit(order, 0) + "/refund";

        assertThat(client.send("PATCH", path, "{'amount':1000,'reason':'defect'}")
                        .status())
                .isEqualTo(204);
        Reply reply = client.send("PATCH", path, "{'amount':300,'reason':'defect'}");

        assertThat(KauflandClient.problem(reply)).isEqualTo("/problems/insufficient-funds");
        assertThat(client.send("PATCH", path, "{'amount':1.5,'reason':'defect'}")
                        .status())
                .isEqualTo(400);
        assertThat(client.send("PATCH", path, "{'amount':1,'reason':'mood'}").status())
                .isEqualTo(400);
        assertThat(kaufland.counters().order(order).units().get(0).refundedCents())
                .containsExactly(1000L);
    }

    @Test
    void letsBuyersDoOnlyWhatFollows() {
        String order = kaufland.buyers().place(mugs());

        assertThatThrownBy(() -> kaufland.buyers().receive(order)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> kaufland.buyers().announceReturn(order, List.of(unit(order, 0)), "defect", ""))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> kaufland.buyers().pay("MNOSUCH")).isInstanceOf(IllegalArgumentException.class);
        kaufland.buyers().cancel(order);
        assertThat(kaufland.counters().order(order).statuses()).containsOnly("cancelled");
        assertThatThrownBy(() -> kaufland.buyers().pay(order)).isInstanceOf(IllegalStateException.class);
    }

    private List<String> ids(String path) throws Exception {
        return client.data(path).findValuesAsText("id_order");
    }
}
