package io.orderweave.examples.marketplace;

import static io.orderweave.examples.marketplace.StallJson.required;
import static io.orderweave.examples.marketplace.StallJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.RawDocument;
import io.orderweave.connector.CatalogFeed;
import io.orderweave.connector.ChannelOffer;
import io.orderweave.connector.OfferRef;
import io.orderweave.http.RawJson;
import io.orderweave.money.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads Bazaar's offers. */
final class BazaarCatalog implements CatalogFeed {

    private static final int MOST = 50;

    private final BazaarApi api;

    BazaarCatalog(BazaarApi api) {
        this.api = api;
    }

    @Override
    public Batch poll(Optional<Checkpoint> from, int limit) {
        RawJson page = BazaarPage.checked(
                api.offers(from.map(Checkpoint::value).orElse(null), Math.max(1, Math.min(limit, MOST))), "offers");
        return new Batch(
                page.elements("offers").stream().map(BazaarCatalog::item).toList(),
                BazaarPage.next(page),
                BazaarPage.more(page));
    }

    private static Item item(RawJson json) {
        RawDocument raw = new RawDocument("application/json", json.bytes());
        String id = text(json.tree(), "/id").orElse("none-" + json.tree().hashCode());
        try {
            return new Item.Changed(mapped(id, json.tree(), raw));
        } catch (OutsideFault e) {
            return new Item.Unreadable(id, raw, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            return new Item.Unreadable(id, raw, "the parts do not make an offer");
        }
    }

    private static ChannelOffer mapped(String id, JsonNode json, RawDocument raw) {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        json.path("attributes")
                .fields()
                .forEachRemaining(attribute -> attributes.put(
                        attribute.getKey(), List.of(attribute.getValue().asText())));
        List<String> pictures = new ArrayList<>();
        json.path("pictures").forEach(picture -> pictures.add(picture.asText()));
        return ChannelOffer.builder()
                .ref(OfferRef.of(id))
                .product(text(json, "/product"))
                .sku(text(json, "/sku"))
                .eans(text(json, "/ean").stream().toList())
                .name(required(json, "/title"))
                .description(text(json, "/html"))
                .term(required(json, "/status"))
                .active(required(json, "/status").equals("on sale"))
                .available(json.path("pieces").asInt())
                .price(Money.of(required(json, "/price"), required(json, "/currency")))
                .addCategories(new ChannelOffer.Category(required(json, "/category"), Optional.empty()))
                .images(pictures)
                .attributes(attributes)
                .raw(raw)
                .build();
    }
}
