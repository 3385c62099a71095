package io.orderweave.simulator.merchantpro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.simulator.TestHttp.Reply;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MerchantProOrdersTest extends MerchantProTestCase {

    @Override
    MerchantProSettings.Builder settings() {
        return super.settings().dateFilters(Set.of(MerchantProDateFilter.CREATED, MerchantProDateFilter.MODIFIED));
    }

    @Test
    void showsLinesAndTagsOnlyWhenAskedFor() throws Exception {
        String id = shop.buyers().place(mugs());

        assertThat(client.get("orders/" + id).json().has("line_items")).isFalse();
        assertThat(client.get("orders/" + id).json().has("tags")).isFalse();
        JsonNode whole = client.get("orders/" + id + "?include=line_items,tags").json();
        assertThat(whole.path("line_items")).hasSize(1);
        assertThat(whole.path("tags").isArray()).isTrue();
        assertThat(client.get("orders").json().at("/data/0").has("line_items")).isFalse();
    }

    @Test
    void aStepThatIsRefusedIsNoChangeOfTheOrder() throws Exception {
        String id = shop.buyers().place(mugs());
        shop.buyers().cancel(id);
        String modified = field(id, "date_modified");
        clock.advance(Duration.ofHours(1));

        assertThatThrownBy(() -> shop.buyers().cancel(id)).isInstanceOf(IllegalStateException.class);

        assertThat(field(id, "date_modified")).isEqualTo(modified);
    }

    @Test
    void addsUpWithFourDecimals() throws Exception {
        String id = shop.buyers()
                .place(MerchantProOrderScript.builder()
                        .from(mugs())
                        .addLines(MerchantProLine.discount("coupon", "Cupon", "5"))
                        .walletAmount(new BigDecimal("4.80"))
                        .build());

        JsonNode order = client.get("orders/" + id + "?include=line_items").json();

        assertThat(order.at("/line_items/0/unit_price_net").decimalValue()).isEqualByComparingTo("20.5785");
        assertThat(order.at("/line_items/0/line_subtotal_gross").decimalValue()).isEqualByComparingTo("49.80");
        assertThat(order.at("/line_items/1/line_subtotal_gross").decimalValue()).isEqualByComparingTo("-5");
        assertThat(order.path("total_amount").decimalValue()).isEqualByComparingTo("59.99");
    }

    @Test
    void answersOnlyToAWholeId() throws Exception {
        String id = shop.buyers()
                .place(MerchantProOrderScript.builder().from(mugs()).part(3).build());

        assertThat(id).endsWith(".3");
        assertThat(client.get("orders/" + id).json().path("id").textValue()).isEqualTo(id);
        assertThat(client.get("orders/" + id.substring(0, id.indexOf('.'))).status())
                .isEqualTo(404);
    }

    @Test
    void linksTheNextPageUntilThereIsNone() throws Exception {
        List<String> placed = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            placed.add(shop.buyers().place(mugs()));
        }

        List<String> read = new ArrayList<>();
        String query = "orders?limit=2&created%5Bgt%5D=2026-11-20";
        while (!query.isEmpty()) {
            JsonNode page = client.get(query).json();
            page.path("data").forEach(order -> read.add(order.path("id").asText()));
            assertThat(page.at("/meta/count/total").intValue()).isEqualTo(5);
            JsonNode next = page.at("/meta/links/next");
            query = next.isNull()
                    ? ""
                    : "orders?" + URI.create(next.textValue()).getRawQuery();
        }

        assertThat(read).containsExactlyElementsOf(placed);
    }

    @Test
    void filtersByTheShopsDays() throws Exception {
        clock.moveTo(START.minus(Duration.ofHours(11)));
        String lateEvening = shop.buyers().place(mugs());
        clock.moveTo(START);
        String morning = shop.buyers().place(mugs());

        // 23:00 UTC of the 20th is 01:00 of the 21st at the shop.
        assertThat(ids("orders?created%5Bgt%5D=2026-11-21")).containsExactly(lateEvening, morning);
        assertThat(ids("orders?created%5Bgt%5D=2026-11-22")).isEmpty();
        assertThat(ids("orders?created%5Blt%5D=2026-11-21")).isEmpty();
    }

    @Test
    void findsWhatChanged() throws Exception {
        String old = shop.buyers().place(mugs());
        shop.buyers().place(mugs());
        clock.advance(Duration.ofDays(2));
        shop.buyers().pay(old);

        assertThat(ids("orders?modified%5Bgte%5D=2026-11-23")).containsExactly(old);
        assertThat(ids("orders?sort=date_modified.desc&limit=1")).containsExactly(old);
    }

    @ParameterizedTest
    @ValueSource(strings = {"created_after=2026-11-20", "name=x", "date_modified%5Bgte%5D=2026-11-20"})
    void refusesFiltersItDoesNotKnow(String filter) throws Exception {
        Reply answer = client.get("orders?" + filter);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/error/name").asText()).isEqualTo("undefined_filter");
        assertThat(answer.json().at("/error/message").asText()).startsWith("No such filter `");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "start=-1",
                "start=x",
                "sort=colour.desc",
                "created%5Bgt%5D=2026-11-20T10:00:00Z"
            })
    void refusesParametersThatMakeNoSense(String query) throws Exception {
        assertThat(client.get("orders?" + query).status()).isEqualTo(400);
    }

    @Test
    void showsTheFieldsAskedFor() throws Exception {
        shop.buyers().place(mugs());

        JsonNode row =
                client.get("orders?fields=currency,shipping_status").json().at("/data/0");

        assertThat(row.fieldNames()).toIterable().containsExactlyInAnyOrder("id", "currency", "shipping_status");
    }

    @Test
    void letsBuyersActAndMovesTheMomentOfTheLastChange() throws Exception {
        String id = shop.buyers()
                .place(MerchantProOrderScript.builder()
                        .from(mugs())
                        .temporary(true)
                        .build());
        assertThat(field(id, "shipping_status")).isEqualTo("temporary");
        assertThat(field(id, "date_modified")).isEqualTo("2026-11-21T12:00:00+02:00");

        clock.advance(Duration.ofMinutes(5));
        shop.buyers().finish(id);
        assertThat(field(id, "shipping_status")).isEqualTo("awaiting");
        assertThat(field(id, "date_modified")).isEqualTo("2026-11-21T12:05:00+02:00");
        shop.buyers().payAmount(id, BigDecimal.TEN);
        assertThat(field(id, "payment_status")).isEqualTo("awaiting");
        shop.buyers().failToPay(id);
        assertThat(field(id, "payment_status")).isEqualTo("failed");
        shop.buyers().pay(id);
        assertThat(field(id, "payment_status")).isEqualTo("paid");
        shop.buyers()
                .changeShippingAddress(
                        id,
                        MerchantProAddress.builder()
                                .from(MerchantProAddress.sample())
                                .city("Cluj-Napoca")
                                .build());
        assertThat(field(id, "shipping_city")).isEqualTo("Cluj-Napoca");
        assertThat(field(id, "billing_city")).isEqualTo("Brașov");
        shop.buyers().cancel(id);
        assertThat(field(id, "shipping_status")).isEqualTo("cancelled");
        assertThatThrownBy(() -> shop.buyers().pay(id)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> shop.buyers().cancel(id)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> shop.buyers().pay("1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void forgetsADeletedOrder() throws Exception {
        String id = shop.buyers().place(mugs());
        shop.shop().delete(id);

        assertThat(client.get("orders/" + id).status()).isEqualTo(404);
        assertThat(shop.counters().orders()).isEmpty();
    }

    private String field(String id, String name) throws Exception {
        return client.get("orders/" + id).json().path(name).asText();
    }

    private List<String> ids(String path) throws Exception {
        return client.get(path).json().path("data").findValuesAsText("id");
    }
}
