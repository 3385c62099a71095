package io.orderweave.simulator.merchantpro;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.simulator.TestHttp.Reply;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MerchantProProductsTest extends MerchantProTestCase {

    static MerchantProProduct teapot() {
        return MerchantProProduct.builder()
                .name("Ceainic")
                .sku("CEAINIC")
                .ean("5940000000017")
                .price(new BigDecimal("89"))
                .stock(4)
                .addCategories("Bucătărie")
                .addImages("https://shop.example/ceainic.jpg")
                .build();
    }

    static MerchantProProduct shirt() {
        return MerchantProProduct.builder()
                .name("Tricou")
                .sku("TRICOU")
                .addVariants(
                        new MerchantProProduct.Variant("TRICOU-A", "5940000000024", "alb", 3, new BigDecimal("50")),
                        new MerchantProProduct.Variant("TRICOU-N", "5940000000031", "negru", 0, new BigDecimal("55")))
                .build();
    }

    @Test
    void writesStockAndPriceOfAProduct() throws Exception {
        String id = shop.shop().add(teapot());

        Reply answer = client.patch("products/" + id, "{'stock':7,'price_gross':99.5}");

        assertThat(answer.status()).isEqualTo(200);
        JsonNode product = client.get("products/" + id).json();
        assertThat(product.path("stock").intValue()).isEqualTo(7);
        assertThat(product.path("price_gross").decimalValue()).isEqualByComparingTo("99.5");
        assertThat(product.path("price_net").decimalValue()).isEqualByComparingTo("82.2314");
        assertThat(shop.counters().product(id).writes()).containsExactly("CEAINIC stock=7", "CEAINIC price_gross=99.5");
    }

    @Test
    void showsVariantsAndImagesOnlyWhenAskedFor() throws Exception {
        String id = shop.shop().add(shirt());

        assertThat(client.get("products/" + id).json().has("variants")).isFalse();
        JsonNode whole =
                client.get("products/" + id + "?include=variants,images").json();
        assertThat(whole.path("variants")).hasSize(2);
        assertThat(whole.has("stock")).isFalse();
        assertThat(whole.path("images").isArray()).isTrue();
    }

    @Test
    void refusesStockAndPriceOfAProductWithVariants() throws Exception {
        String id = shop.shop().add(shirt());

        assertThat(client.patch("products/" + id, "{'stock':7}").status()).isEqualTo(400);
        assertThat(client.patch("products/" + id, "{'price_gross':7}").status()).isEqualTo(400);
        assertThat(shop.counters().product(id).refusals()).containsExactly(Map.entry("multi_variant", 2));
    }

    @Test
    void losesVariantsThatAWriteDoesNotName() throws Exception {
        String id = shop.shop().add(shirt());
        List<String> variants = shop.shop().variantsOf(id);

        client.patch("products/" + id, "{'variants':[{'id':" + variants.get(1) + ",'stock':9}]}");

        assertThat(shop.counters().product(id).variants()).containsExactly(variants.get(1));
        assertThat(shop.counters().product(id).writes()).containsExactly("TRICOU-N stock=9");
        assertThat(client.patch("products/" + id, "{'variants':[{'id':1}]}").status())
                .isEqualTo(400);
    }

    @Test
    void listsByTheDayOfTheLastChange() throws Exception {
        String old = shop.shop().add(teapot());
        clock.advance(Duration.ofDays(3));
        String fresh = shop.shop().add(shirt());
        assertThat(ids("products?modified%5Bgte%5D=2026-11-24")).containsExactly(fresh);

        shop.shop().switchOff(old);

        assertThat(ids("products?modified%5Bgte%5D=2026-11-24")).containsExactlyInAnyOrder(old, fresh);
    }

    @Test
    void tellsTheInventoryByIdNumberAndEan() throws Exception {
        String id = shop.shop().add(teapot());
        shop.shop().add(shirt());

        assertThat(client.get("inventory/id/" + id).json().path("stock").intValue())
                .isEqualTo(4);
        assertThat(client.get("inventory/sku/TRICOU-A").json().path("stock").intValue())
                .isEqualTo(3);
        assertThat(client.get("inventory/ean/5940000000031")
                        .json()
                        .path("stock")
                        .intValue())
                .isZero();
        assertThat(client.get("inventory/sku/NONE").status()).isEqualTo(404);
        assertThat(client.get("inventory/colour/alb").status()).isEqualTo(404);
    }

    private List<String> ids(String path) throws Exception {
        List<String> ids = new ArrayList<>();
        client.get(path)
                .json()
                .path("data")
                .forEach(product -> ids.add(product.path("id").asText()));
        return ids;
    }
}
