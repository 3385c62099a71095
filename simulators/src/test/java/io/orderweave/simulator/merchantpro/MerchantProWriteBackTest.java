package io.orderweave.simulator.merchantpro;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.TestHttp.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MerchantProWriteBackTest extends MerchantProTestCase {

    @ParameterizedTest
    @ValueSource(strings = {"in_process", "shipped", "delivered", "returned", "cancelled"})
    void setsTheStatusThatAnActionNames(String action) throws Exception {
        String id = shop.buyers().place(mugs());

        Reply answer = client.patch("orders/" + id + "/" + action, "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(order(id).path("shipping_status").asText()).isEqualTo(action);
        assertThat(order(id).path("has_returns").booleanValue()).isEqualTo(action.equals("returned"));
        assertThat(shop.counters().order(id).actions()).containsExactly(action);
    }

    @Test
    void keepsACancelledOrderCancelled() throws Exception {
        String id = shop.buyers().place(mugs());
        shop.buyers().cancel(id);

        Reply answer = client.patch("orders/" + id + "/shipped", "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(shop.counters().order(id).actions()).isEmpty();
        assertThat(shop.counters().order(id).refusals()).containsExactly(Map.entry("invalid_transition", 1));
    }

    @Test
    void countsWhatIsDoneTwice() throws Exception {
        String id = shop.buyers().place(mugs());
        shop.faults().on("PATCH", ".*/shipped").once(Fault.cutAfterWrite());

        // The JDK's client may send again by itself; whoever does is caught.
        try {
            client.patch("orders/" + id + "/shipped", "");
        } catch (java.io.IOException lost) {
            client.patch("orders/" + id + "/shipped", "");
        }
        client.patch("orders/" + id + "/create_invoice", "");
        client.patch("orders/" + id + "/create_invoice", "");

        assertThat(shop.counters().duplicates())
                .containsExactly("order " + id + " has status shipped 2 times", "order " + id + " has invoice 2 times");
    }

    @Test
    void takesTrackingNumbersAsOneText() throws Exception {
        String id = shop.buyers().place(mugs());

        client.patch("orders/" + id, "{'shipping_awb':'AWB1'}");
        client.patch("orders/" + id, "{'shipping_awb':'AWB1, AWB2'}");

        assertThat(order(id).path("carrier_tracking").findValuesAsText("awb")).containsExactly("AWB1", "AWB2");
        assertThat(shop.counters().order(id).trackingNumbers())
                .containsExactlyInAnyOrderEntriesOf(Map.of("AWB1", 1, "AWB2", 1));
        assertThat(shop.counters().order(id).trackingWrites()).containsExactly("AWB1", "AWB1, AWB2");
    }

    @Test
    void replacesAllLinesByThoseGiven() throws Exception {
        String id = shop.buyers()
                .place(MerchantProOrderScript.builder()
                        .from(mugs())
                        .addLines(MerchantProLine.of("125012", "CEAINIC", "Ceainic", 1, "89"))
                        .build());
        JsonNode lines =
                client.get("orders/" + id + "?include=line_items").json().path("line_items");

        client.patch("orders/" + id, "{'line_items':[" + lines.get(1) + "]}");

        assertThat(client.get("orders/" + id + "?include=line_items").json().path("line_items"))
                .hasSize(1);
        assertThat(order(id).path("total_amount").decimalValue()).isEqualByComparingTo("108.99");
        assertThat(shop.counters().order(id).lineReplacements()).isEqualTo(1);
        assertThat(client.patch("orders/" + id, "{'line_items':[]}").status()).isEqualTo(400);
    }

    @Test
    void refusesFieldsItDoesNotKnowUnlessToldToIgnoreThem() throws Exception {
        String id = shop.buyers().place(mugs());

        assertThat(client.patch("orders/" + id, "{'tracking':'1'}").status()).isEqualTo(400);
        assertThat(client.patch("orders/" + id + "?ignore_nonexistent_fields=1", "{'tracking':'1'}")
                        .status())
                .isEqualTo(200);
        assertThat(client.patch("orders/" + id, "[]").status()).isEqualTo(400);
        assertThat(client.patch("orders/1", "{}").status()).isEqualTo(404);
    }

    @Test
    void tagsByPost() throws Exception {
        String id = shop.buyers().place(mugs());

        assertThat(client.patch("orders/" + id + "/tags", "{'name':'urgent'}").status())
                .isEqualTo(405);
        assertThat(client.send("POST", "orders/" + id + "/tags", "{'name':'urgent'}")
                        .status())
                .isEqualTo(200);
        assertThat(client.send("POST", "orders/" + id + "/tags", "{}").status()).isEqualTo(400);
        assertThat(client.get("orders/" + id + "?include=tags")
                        .json()
                        .at("/tags/0/name")
                        .asText())
                .isEqualTo("urgent");
    }

    private JsonNode order(String id) throws Exception {
        return client.get("orders/" + id).json();
    }
}
