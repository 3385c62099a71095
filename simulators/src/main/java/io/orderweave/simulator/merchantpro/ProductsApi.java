package io.orderweave.simulator.merchantpro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Json;
import io.orderweave.simulator.internal.Query;
import io.orderweave.simulator.internal.StateStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Products, their variants and their inventory. A product with variants has neither stock nor price of its own, and refuses both.
 */
final class ProductsApi {

    private static final Set<String> FIELDS = Set.of("id", "sku", "ean", "type");
    private static final Set<String> OFFER = Set.of(
            "stock", "price_net", "price_gross", "old_price_net", "old_price_gross", "inventory_enabled", "weight");
    private static final Set<String> COMMON = Set.of("name", "description", "status", ShopProduct.VARIANTS);

    private final MerchantProSettings settings;
    private final StateStore<ShopState> store;
    private final Listing listing;
    private final Filters filters =
            new Filters(FIELDS, Set.of(MerchantProDateFilter.CREATED, MerchantProDateFilter.MODIFIED));

    ProductsApi(MerchantProSettings settings, StateStore<ShopState> store, Listing listing) {
        this.settings = settings;
        this.store = store;
        this.listing = listing;
    }

    Answer list(Call call) {
        Query query = call.query();
        return listing.answer(
                call,
                filters,
                () -> store.read(state -> state.products.values().stream()
                        .filter(product -> filters.lets(product.document, query))
                        .map(product -> shown(product, query))
                        .toList()));
    }

    Answer one(Call call) {
        return store.read(state -> Optional.ofNullable(state.products.get(call.variable("id")))
                        .map(product -> shown(product, call.query())))
                .map(product -> Answer.json(200, Listing.fields(product, call.query())))
                .orElseGet(() -> MerchantProErrors.notFound("product"));
    }

    Answer patch(Call call) {
        Optional<ObjectNode> body = Json.parseObject(call.body());
        if (body.isEmpty()) {
            return MerchantProErrors.invalid("invalid_json", "Not a JSON object");
        }
        boolean lenient = call.query().first("ignore_nonexistent_fields").isPresent();
        return store.change(state -> {
            ShopProduct product = state.products.get(call.variable("id"));
            if (product == null) {
                return MerchantProErrors.notFound("product");
            }
            Optional<Answer> refused = refuses(product, body.get(), lenient);
            if (refused.isPresent()) {
                return refused.get();
            }
            write(product, body.get());
            return Answer.json(200, shown(product, call.query()));
        });
    }

    /** Stock of whatever has this id, number or EAN, product or variant. */
    Answer inventory(Call call) {
        String key = call.variable("key");
        String value = call.variable("value");
        if (!Set.of("id", "sku", "ean").contains(key)) {
            return MerchantProErrors.notFound("resource");
        }
        return store.read(state -> state.products.values().stream()
                        .flatMap(ProductsApi::offers)
                        .filter(offer -> offer.path(key).asText().equals(value))
                        .findFirst()
                        .map(offer -> offer.deepCopy().retain("id", "sku", "ean", "stock")))
                .map(offer -> Answer.json(200, offer))
                .orElseGet(() -> MerchantProErrors.notFound("inventory"));
    }

    private static Stream<ObjectNode> offers(ShopProduct product) {
        List<ObjectNode> offers = new ArrayList<>();
        if (product.hasVariants()) {
            product.variants().forEach(variant -> offers.add((ObjectNode) variant));
        } else {
            offers.add(product.document);
        }
        return offers.stream();
    }

    private static Optional<Answer> refuses(ShopProduct product, ObjectNode body, boolean lenient) {
        for (String name : names(body)) {
            if (product.hasVariants() && OFFER.contains(name)) {
                product.refused("multi_variant");
                return Optional.of(
                        MerchantProErrors.invalid("multi_variant", "The variants have " + name + ", not the product"));
            }
            if (!lenient && !OFFER.contains(name) && !COMMON.contains(name)) {
                product.refused("undefined_field");
                return Optional.of(MerchantProErrors.undefinedField(name));
            }
        }
        for (JsonNode variant : body.path(ShopProduct.VARIANTS)) {
            if (product.variant(variant.path("id").asText()).isEmpty()) {
                product.refused("unknown_variant");
                return Optional.of(MerchantProErrors.invalid("unknown_variant", "Not a variant of this product"));
            }
        }
        return Optional.empty();
    }

    private void write(ShopProduct product, ObjectNode body) {
        Set<String> named = new HashSet<>();
        for (JsonNode given : body.path(ShopProduct.VARIANTS)) {
            String id = given.path("id").asText();
            named.add(id);
            product.variant(id).ifPresent(variant -> merge(product, variant, (ObjectNode) given));
        }
        if (settings.variantsAreReplaced() && body.has(ShopProduct.VARIANTS)) {
            ArrayNode kept = Json.object().arrayNode();
            product.variants().forEach(variant -> {
                if (named.contains(variant.path("id").asText())) {
                    kept.add(variant);
                }
            });
            product.document.set(ShopProduct.VARIANTS, kept);
        }
        merge(product, product.document, body.deepCopy().without(ShopProduct.VARIANTS));
        product.document.put(
                "date_modified", OrderWriter.moment(settings.clock().instant(), settings.zone()));
    }

    private static void merge(ShopProduct product, ObjectNode offer, ObjectNode given) {
        for (String name : names(given)) {
            if (OFFER.contains(name)) {
                product.writes.add(offer.path("sku").asText() + " " + name + "="
                        + given.path(name).asText());
            }
            if (!name.equals("id")) {
                offer.set(name, given.path(name));
            }
        }
        if (given.has("price_gross")) {
            ProductWriter.price(offer, given.path("price_gross").decimalValue());
        }
    }

    private static List<String> names(ObjectNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static ObjectNode shown(ShopProduct product, Query query) {
        return Listing.included(product.document, query, ShopProduct.VARIANTS, ShopProduct.IMAGES);
    }
}
