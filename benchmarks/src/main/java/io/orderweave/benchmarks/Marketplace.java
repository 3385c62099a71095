package io.orderweave.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderweave.connectors.allegro.AllegroMapping;
import io.orderweave.connectors.kaufland.KauflandMapping;
import io.orderweave.connectors.merchantpro.MerchantProMapping;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** A marketplace, with an order as it sends it. */
public enum Marketplace {
    ALLEGRO("allegro", "/id", AllegroForm.class),
    KAUFLAND("kaufland", "/data/id_order", KauflandAnswer.class),
    MERCHANTPRO("merchantpro", "/id", MerchantProOrder.class);

    private final String name;
    private final String id;
    private final Class<?> record;

    Marketplace(String name, String id, Class<?> record) {
        this.name = name;
        this.id = id;
        this.record = record;
    }

    /** The bytes of an order, without white space, as services send it. */
    byte[] document() throws IOException {
        return new ObjectMapper().writeValueAsBytes(tree());
    }

    /** The record into which plain Jackson binds every field. */
    Class<?> record() {
        return record;
    }

    /** The connector's mapping of that order. */
    OrderMapping mapping() throws IOException {
        String order = tree().at(id).asText();
        return switch (this) {
            case ALLEGRO -> new AllegroMapping(order);
            case KAUFLAND -> new KauflandMapping(order);
            case MERCHANTPRO -> new MerchantProMapping(order);
        };
    }

    private JsonNode tree() throws IOException {
        String file = "/orders/" + name + ".json";
        try (InputStream in = Objects.requireNonNull(Marketplace.class.getResourceAsStream(file), file)) {
            return new ObjectMapper().readTree(in);
        }
    }
}
