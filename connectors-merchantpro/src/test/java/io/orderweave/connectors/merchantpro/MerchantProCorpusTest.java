package io.orderweave.connectors.merchantpro;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.connection.RawDocument;
import io.orderweave.connector.CatalogFeed;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.OrderFeed;
import io.orderweave.http.LenientJson;
import io.orderweave.http.RawJson;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Every part of the documents absent, null, of another type, huge: each variation is read or named as unreadable, and none of them
 * ends in an exception. A shop's answers are known from few samples, so they will differ.
 */
class MerchantProCorpusTest {

    private static final List<JsonNode> INSTEAD = List.of(
            json("null"),
            json("true"),
            json("-7"),
            json("0.00001"),
            json("1e300"),
            json("99999999999999999999999999999999999999999999.5"),
            json("\"\""),
            json("\"what nobody knows yet\""),
            json("\"../../..\""),
            json("\"" + "x".repeat(5_000) + "\""),
            json("{}"),
            json("{\"data\":{\"id\":\"1\"}}"),
            json("[]"),
            json("[[],null,{},\"x\",1]"));

    private final MerchantProOrderMapper orders = new MerchantProOrderMapper(Set.of("cash_delivery"));
    private final MerchantProProductMapper products = new MerchantProProductMapper(Currency.getInstance("RON"));

    @Test
    void readsOrNamesEveryVariationOfAnOrder() {
        for (Fixture fixture : List.of(Fixture.cashOnDelivery(), Fixture.companyPaid())) {
            int tried = vary(fixture.document(), this::readsOrNamesOrder);
            assertThat(tried).isGreaterThan(700);
        }
    }

    @Test
    void readsOrNamesEveryVariationOfAProduct() {
        int tried = vary(Fixture.productVariants().document(), this::readsOrNamesProduct);

        assertThat(tried).isGreaterThan(300);
    }

    @Test
    void mindsNoFieldThatItDoesNotKnow() {
        Fixture plain = Fixture.cashOnDelivery();
        Fixture extra = Fixture.cashOnDelivery();
        extra.document().put("unheard_of", "x").putObject("loyalty").put("points", 3);
        extra.document()
                .path("line_items")
                .forEach(line -> ((ObjectNode) line).putArray("bundles").add(1));

        // Documents are never compared: theirs differ.
        RawDocument same = new RawDocument("application/json", new byte[0]);
        assertThat(ChannelOrder.builder().from(order(extra.raw())).raw(same).build())
                .isEqualTo(ChannelOrder.builder()
                        .from(order(plain.raw()))
                        .raw(same)
                        .build());
    }

    private void readsOrNamesOrder(JsonNode document) {
        RawJson raw = Fixture.raw(document);
        OrderFeed.Item item = orders.item(MerchantProIds.of(raw), raw);

        if (item instanceof OrderFeed.Item.Unreadable unreadable) {
            assertThat(unreadable.reason()).isNotBlank().doesNotContain("Zamfira", "Ungureanu");
            assertThat(MerchantProIds.isValid(unreadable.externalId())).isTrue();
        } else {
            assertThat(item).isInstanceOf(OrderFeed.Item.Changed.class);
        }
    }

    private void readsOrNamesProduct(JsonNode document) {
        RawJson raw = Fixture.raw(document);

        assertThat(products.items(raw)).allSatisfy(item -> {
            if (item instanceof CatalogFeed.Item.Unreadable unreadable) {
                assertThat(unreadable.reason()).isNotBlank();
                assertThat(MerchantProIds.isValid(unreadable.id())).isTrue();
            }
        });
    }

    /** Gives every document that differs from this one in one part. */
    private static int vary(ObjectNode document, Consumer<JsonNode> test) {
        int tried = 0;
        for (String pointer : pointers(document, "", new ArrayList<>())) {
            int slash = pointer.lastIndexOf('/');
            String name = pointer.substring(slash + 1);
            ObjectNode without = document.deepCopy();
            JsonNode parent = without.at(pointer.substring(0, slash));
            if (parent instanceof ObjectNode object) {
                object.remove(name);
            } else {
                ((ArrayNode) parent).remove(Integer.parseInt(name));
            }
            test.accept(without);
            for (JsonNode value : INSTEAD) {
                ObjectNode changed = document.deepCopy();
                JsonNode at = changed.at(pointer.substring(0, slash));
                if (at instanceof ObjectNode object) {
                    object.set(name, value);
                } else {
                    ((ArrayNode) at).set(Integer.parseInt(name), value);
                }
                test.accept(changed);
            }
            tried += 1 + INSTEAD.size();
        }
        return tried;
    }

    private static List<String> pointers(JsonNode node, String path, List<String> found) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                found.add(path + "/" + field.getKey());
                pointers(field.getValue(), path + "/" + field.getKey(), found);
            }
        } else {
            for (int i = 0; i < node.size(); i++) {
                found.add(path + "/" + i);
                pointers(node.get(i), path + "/" + i, found);
            }
        }
        return found;
    }

    private ChannelOrder order(RawJson raw) {
        return ((OrderFeed.Item.Changed) orders.item(MerchantProIds.of(raw), raw)).order();
    }

    private static JsonNode json(String text) {
        try {
            return LenientJson.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
