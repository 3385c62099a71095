package io.orderweave.connectors.allegro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What becomes of a document when one of its parts is absent, null, of another type, absurd, or has a companion nobody knows. */
final class JsonVariations {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonNode document;
    private final List<Variation> found = new ArrayList<>();

    private JsonVariations(JsonNode document) {
        this.document = document;
    }

    /** @param what names part and change, for the failing test */
    record Variation(String what, JsonNode document) {}

    static List<Variation> of(JsonNode document) {
        JsonVariations variations = new JsonVariations(document);
        variations.collect("", document);
        return variations.found;
    }

    /** The document with one more field in each of its objects. */
    static JsonNode withUnknownFields(JsonNode document) {
        JsonNode copy = document.deepCopy();
        addUnknown(copy);
        return copy;
    }

    private void collect(String pointer, JsonNode node) {
        if (!pointer.isEmpty()) {
            vary(pointer);
        }
        node.fields().forEachRemaining(field -> collect(pointer + "/" + field.getKey(), field.getValue()));
        for (int i = 0; i < (node.isArray() ? node.size() : 0); i++) {
            collect(pointer + "/" + i, node.path(i));
        }
    }

    private void vary(String pointer) {
        put(pointer, "absent", null);
        put(pointer, "null", JSON.nullNode());
        put(pointer, "a word nobody knows", JSON.textNode("SOMETHING_NEW"));
        put(pointer, "an empty text", JSON.textNode(""));
        put(pointer, "a huge text", JSON.textNode("x".repeat(100_000)));
        put(pointer, "text of all kinds", JSON.textNode("\u0000 \ud83d\ude00 \u202e ../ <b> \ud800"));
        put(pointer, "a number", JSON.numberNode(-1));
        put(pointer, "a large number", JSON.numberNode(new BigDecimal("9".repeat(90))));
        put(pointer, "a fraction", JSON.numberNode(new BigDecimal("0.1")));
        put(pointer, "a truth", JSON.booleanNode(true));
        put(pointer, "an object", JSON.objectNode().put("x", 1));
        put(pointer, "a list", JSON.arrayNode().add("x").addNull());
        put(pointer, "a deep list", deep());
    }

    private void put(String pointer, String what, @org.jspecify.annotations.Nullable JsonNode value) {
        JsonNode copy = document.deepCopy();
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = copy.at(pointer.substring(0, slash));
        String name = pointer.substring(slash + 1);
        if (parent instanceof ObjectNode object) {
            if (value == null) {
                object.remove(name);
            } else {
                object.set(name, value);
            }
        } else if (parent instanceof ArrayNode array) {
            int index = Integer.parseInt(name);
            if (value == null) {
                array.remove(index);
            } else {
                array.set(index, value);
            }
        }
        found.add(new Variation(pointer + " is " + what, copy));
    }

    private static JsonNode deep() {
        ArrayNode deep = JSON.arrayNode();
        for (int i = 0; i < 80; i++) {
            deep = JSON.arrayNode().add(deep);
        }
        return deep;
    }

    private static void addUnknown(JsonNode node) {
        node.forEach(JsonVariations::addUnknown);
        if (node instanceof ObjectNode object) {
            object.set("nobodyKnows", JSON.objectNode().put("x", 1));
        }
    }
}
