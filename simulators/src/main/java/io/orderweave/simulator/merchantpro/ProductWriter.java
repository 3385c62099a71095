package io.orderweave.simulator.merchantpro;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Json;
import java.math.BigDecimal;
import java.util.function.LongSupplier;

/** Writes a product as JSON. Most names are those that an import tool writes; how they are read back is UNCONFIRMED. */
final class ProductWriter {

    private final MerchantProProduct product;
    private final LongSupplier ids;

    ProductWriter(MerchantProProduct product, LongSupplier ids) {
        this.product = product;
        this.ids = ids;
    }

    ObjectNode product(String id, String createdAt) {
        boolean variants = !product.variants().isEmpty();
        ObjectNode node = Json.object()
                .put("id", Long.valueOf(id))
                .put("type", variants ? "multi_variant" : "basic")
                .put("sku", product.sku())
                .put("ean", product.ean().orElse(null))
                .put("name", product.name())
                .put("description", product.description().orElse(null))
                .put("status", "on")
                .put("tax_value", 21)
                .put("date_created", createdAt)
                .put("date_modified", createdAt);
        ArrayNode categories = node.putArray("categories");
        product.categories()
                .forEach(name ->
                        categories.addObject().put("id", ids.getAsLong()).put("name", name));
        ArrayNode images = node.putArray(ShopProduct.IMAGES);
        product.images()
                .forEach(address -> images.addObject()
                        .putObject("image_url")
                        .put("thumb", address + "?size=thumb")
                        .put("medium", address + "?size=medium")
                        .put("large", address));
        if (variants) {
            ArrayNode all = node.putArray(ShopProduct.VARIANTS);
            product.variants().forEach(variant -> all.add(variant(variant)));
        } else {
            offer(node, product.stock(), product.price());
        }
        return node;
    }

    private ObjectNode variant(MerchantProProduct.Variant variant) {
        ObjectNode node = Json.object()
                .put("id", ids.getAsLong())
                .put("sku", variant.sku())
                .put("ean", variant.ean());
        node.putArray("variant_options").addObject().put("name", product.optionName()).put("value", variant.option());
        offer(node, variant.stock(), variant.price());
        return node;
    }

    private static void offer(ObjectNode node, int stock, BigDecimal price) {
        node.put("inventory_enabled", "on").put("stock", stock);
        price(node, price);
    }

    static void price(ObjectNode node, BigDecimal gross) {
        node.put("price_net", Amounts.plain(Amounts.net(gross, BigDecimal.valueOf(21))))
                .put("price_gross", Amounts.plain(gross));
    }
}
