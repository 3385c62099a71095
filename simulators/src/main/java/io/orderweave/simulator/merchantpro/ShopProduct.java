package io.orderweave.simulator.merchantpro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One product as the shop keeps it, with its variants, and what was written to it. Guarded by the state store. */
final class ShopProduct {

    static final String VARIANTS = "variants";
    static final String IMAGES = "images";

    String id = "";
    ObjectNode document = Json.object();

    /** Every write of a stock or price as {@code sku field=value}, in order. */
    final List<String> writes = new ArrayList<>();

    /** How often a write was refused, by error name. */
    final Map<String, Integer> refusals = new TreeMap<>();

    boolean hasVariants() {
        return document.path("type").asText().equals("multi_variant");
    }

    ArrayNode variants() {
        return document.withArray(VARIANTS);
    }

    Optional<ObjectNode> variant(String variantId) {
        for (JsonNode variant : variants()) {
            if (variant.path("id").asText().equals(variantId)) {
                return Optional.of((ObjectNode) variant);
            }
        }
        return Optional.empty();
    }

    void refused(String name) {
        refusals.merge(name, 1, Integer::sum);
    }
}
