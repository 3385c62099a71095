package io.orderweave.tck.channel;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes of one JSON document all the others that differ from it in one place, each in a way that services were seen to. */
final class JsonMutations {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Of an array only so many elements: the others are alike. */
    private static final int ELEMENTS = 2;

    private JsonMutations() {}

    /** A changed document; {@code what} says what was done where. */
    @SuppressWarnings("ArrayRecordComponent") // bytes are handed over, never compared
    record Mutation(String what, byte[] json) {

        @Override
        public String toString() {
            return what;
        }
    }

    static List<Mutation> of(byte[] json) {
        List<Mutation> mutations = new ArrayList<>();
        for (JsonPointer place : places(tree(json), JsonPointer.empty())) {
            mutations.add(new Mutation("without " + place, removed(json, place)));
            others(tree(json).at(place))
                    .forEach((name, other) ->
                            mutations.add(new Mutation(name + " at " + place, replaced(json, place, other))));
        }
        return mutations;
    }

    /** The document with a field that nobody knows in each of its objects. */
    static byte[] withUnknownFields(byte[] json) {
        JsonNode root = tree(json);
        addUnknownField(root);
        return bytes(root);
    }

    private static void addUnknownField(JsonNode node) {
        node.forEach(JsonMutations::addUnknownField);
        if (node instanceof ObjectNode object) {
            object.putObject("kitUnknownField")
                    .putArray("kitValues")
                    .add(1)
                    .add("two")
                    .addNull();
        }
    }

    private static List<JsonPointer> places(JsonNode node, JsonPointer here) {
        List<JsonPointer> places = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            Iterator<String> names = object.fieldNames();
            while (names.hasNext()) {
                String name = names.next();
                JsonPointer there = here.appendProperty(name);
                places.add(there);
                places.addAll(places(object.get(name), there));
            }
        }
        for (int index = 0; node instanceof ArrayNode && index < Math.min(ELEMENTS, node.size()); index++) {
            JsonPointer there = here.appendIndex(index);
            places.add(there);
            places.addAll(places(node.get(index), there));
        }
        return places;
    }

    private static Map<String, JsonNode> others(JsonNode node) {
        Map<String, JsonNode> others = new LinkedHashMap<>();
        others.put("null", NODES.nullNode());
        if (node.isTextual()) {
            others.put("an unknown word", NODES.textNode("KIT_UNKNOWN_WORD"));
            others.put("a blank text", NODES.textNode("  "));
            others.put("a huge text", NODES.textNode("ż".repeat(200_000)));
            others.put("a text of control characters", NODES.textNode("a\u0000\r\nb\u202e/../"));
            others.put("a huge number in a text", NODES.textNode("9".repeat(5_000)));
            others.put("a negative number in a text", NODES.textNode("-1"));
            others.put("an object", NODES.objectNode().put("value", node.textValue()));
        } else {
            others.put("a text", NODES.textNode("kit"));
        }
        if (node.isNumber()) {
            others.put("a negative number", NODES.numberNode(-1));
            others.put("a fraction", NODES.numberNode(0.5));
            others.put("a number beyond 64 bits", NODES.numberNode(new BigInteger("9".repeat(25))));
            others.put("an exponent", NODES.numberNode(new BigDecimal("1E+999999")));
        }
        if (!node.isArray()) {
            others.put("an array", NODES.arrayNode().add(node.deepCopy()));
        } else {
            others.put("an empty array", NODES.arrayNode());
            others.put("an array with null", NODES.arrayNode().addNull());
        }
        if (!node.isBoolean()) {
            others.put("a boolean", NODES.booleanNode(true));
        }
        return others;
    }

    private static byte[] removed(byte[] json, JsonPointer place) {
        JsonNode root = tree(json);
        JsonNode parent = root.at(place.head());
        if (parent instanceof ObjectNode object) {
            object.remove(place.last().getMatchingProperty());
        } else {
            ((ArrayNode) parent).remove(place.last().getMatchingIndex());
        }
        return bytes(root);
    }

    private static byte[] replaced(byte[] json, JsonPointer place, JsonNode other) {
        JsonNode root = tree(json);
        JsonNode parent = root.at(place.head());
        if (parent instanceof ObjectNode object) {
            object.set(place.last().getMatchingProperty(), other);
        } else {
            ((ArrayNode) parent).set(place.last().getMatchingIndex(), other);
        }
        return bytes(root);
    }

    private static JsonNode tree(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the server's answer is not JSON: " + new String(json, StandardCharsets.UTF_8), e);
        }
    }

    private static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
