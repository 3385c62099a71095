package io.orderweave.connectors.merchantpro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.http.LenientJson;
import io.orderweave.http.RawJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A document of the test resources, to be changed part by part. */
final class Fixture {

    private final ObjectNode document;

    private Fixture(ObjectNode document) {
        this.document = document;
    }

    static Fixture cashOnDelivery() {
        return of("cash-on-delivery");
    }

    static Fixture companyPaid() {
        return of("company-paid");
    }

    static Fixture productVariants() {
        return of("product-variants");
    }

    private static Fixture of(String name) {
        try (InputStream in =
                Objects.requireNonNull(Fixture.class.getResourceAsStream("/merchantpro/" + name + ".json"), name)) {
            return new Fixture((ObjectNode) LenientJson.mapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String id() {
        return document.path("id").asText();
    }

    ObjectNode document() {
        return document;
    }

    /** Puts JSON, written with single quotes, at a JSON pointer that is there or whose parent is. */
    Fixture with(String pointer, String json) {
        int slash = pointer.lastIndexOf('/');
        String name = pointer.substring(slash + 1);
        JsonNode value = parse(json.replace('\'', '"'));
        if (document.at(pointer.substring(0, slash)) instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), value);
        } else {
            ((ObjectNode) document.at(pointer.substring(0, slash))).set(name, value);
        }
        return this;
    }

    Fixture without(String pointer) {
        int slash = pointer.lastIndexOf('/');
        ((ObjectNode) document.at(pointer.substring(0, slash))).remove(pointer.substring(slash + 1));
        return this;
    }

    RawJson raw() {
        return raw(document);
    }

    static RawJson raw(JsonNode tree) {
        try {
            return RawJson.parse(tree.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String json) {
        try {
            return LenientJson.mapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
