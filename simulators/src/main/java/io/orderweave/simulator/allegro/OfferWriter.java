package io.orderweave.simulator.allegro;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Json;
import java.time.Instant;

/** Writes an offer as the JSON of {@code /sale/product-offers}, and of that the shorter one of the list. */
final class OfferWriter {

    private static final String EAN = "EAN (GTIN)";

    private OfferWriter() {}

    static ObjectNode document(AllegroOffer offer, Instant now) {
        ObjectNode node = Json.object();
        node.set("productSet", productSet(offer));
        node.put("id", offer.id()).put("name", offer.name());
        node.putObject("category").put("id", offer.categoryId());
        ObjectNode publication = node.putObject("publication")
                .putNull("duration")
                .put("status", offer.available() > 0 ? Offer.ACTIVE : Offer.ENDED)
                .put("republish", false);
        ObjectNode marketplaces = publication.putObject("marketplaces");
        marketplaces.putObject("base").put("id", offer.marketplace().id());
        ArrayNode additional = marketplaces.putArray("additional");
        ObjectNode more = node.putObject("additionalMarketplaces");
        offer.morePrices().forEach((marketplace, price) -> {
            additional.addObject().put("id", marketplace.id());
            ObjectNode there = more.putObject(marketplace.id());
            there.putObject("sellingMode").set("price", FormWriter.money(price, marketplace.currency()));
            there.putObject("publication").put("state", "APPROVED");
        });
        node.put("language", offer.marketplace().language());
        node.putObject("stock").put("available", offer.available()).put("unit", "UNIT");
        node.putArray("parameters");
        ObjectNode selling = node.putObject("sellingMode").put("format", "BUY_NOW");
        selling.set("price", FormWriter.money(offer.price(), offer.marketplace().currency()));
        ArrayNode images = node.putArray("images");
        offer.images().forEach(images::add);
        ArrayNode sections = node.putObject("description").putArray("sections");
        offer.description()
                .forEach(html -> sections.addObject()
                        .putArray("items")
                        .addObject()
                        .put("type", "TEXT")
                        .put("content", html));
        node.set(
                "external", offer.sku().map(sku -> Json.object().put("id", sku)).orElse(null));
        return node.put("createdAt", Json.millis(now)).put("updatedAt", Json.millis(now));
    }

    /** The offer as the list shows it. */
    static ObjectNode listed(ObjectNode document) {
        ObjectNode node = Json.object();
        node.set("id", document.path("id"));
        node.set("name", document.path("name"));
        node.set("category", document.path("category"));
        node.putObject("primaryImage").set("url", document.path("images").path(0));
        node.set("sellingMode", document.path("sellingMode"));
        node.putObject("stock").put("available", document.at("/stock/available").intValue());
        ObjectNode publication = node.putObject("publication");
        publication.set("status", document.at("/publication/status"));
        publication.set("marketplaces", document.at("/publication/marketplaces"));
        node.set("external", document.path("external"));
        node.set("additionalMarketplaces", document.path("additionalMarketplaces"));
        return node;
    }

    private static ArrayNode productSet(AllegroOffer offer) {
        ArrayNode set = Json.object().arrayNode();
        offer.productId().ifPresent(id -> {
            ObjectNode element = set.addObject();
            ObjectNode product = element.putObject("product").put("id", id);
            ArrayNode parameters = product.putArray("parameters");
            offer.ean().ifPresent(ean -> parameter(parameters, "225693", EAN, ean));
            offer.parameters().forEach((name, value) -> parameter(parameters, "9" + name.length(), name, value));
            element.putObject("quantity").put("value", 1);
        });
        return set;
    }

    private static void parameter(ArrayNode parameters, String id, String name, String value) {
        parameters
                .addObject()
                .put("id", id)
                .put("name", name)
                .putArray("values")
                .add(value);
    }
}
