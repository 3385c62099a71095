package io.orderweave.connectors.kaufland;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Makes whole documents of an OpenAPI specification's schemas and examples, and variations of them. */
final class SpecificationExamples {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 12;

    private final JsonNode specification;

    SpecificationExamples(JsonNode specification) {
        this.specification = specification;
    }

    /** An answer in which every field is there. */
    ObjectNode answer(String path, String method, String status) {
        return (ObjectNode) example(schema(path, method, status), 0);
    }

    /**
     * The answer with each part in turn absent, null, of other types, beside a new field, and as each of its published values and
     * one that is new.
     */
    List<JsonNode> variations(ObjectNode answer, String path, String method, String status) {
        List<JsonNode> variations = new ArrayList<>();
        walk(answer, schema(path, method, status), "", (pointer, schema) -> {
            vary(answer, pointer, schema, variations);
        });
        return variations;
    }

    private JsonNode schema(String path, String method, String status) {
        JsonNode schema = specification
                .path("paths")
                .path(path)
                .path(method)
                .path("responses")
                .path(status)
                .path("content")
                .path("application/json")
                .path("schema");
        if (schema.isMissingNode()) {
            throw new IllegalArgumentException("the specification has no " + method + " " + path + " " + status);
        }
        return schema;
    }

    private JsonNode example(JsonNode schemaOrReference, int depth) {
        JsonNode schema = resolved(schemaOrReference);
        if (schema.has("anyOf")) {
            return example(schema.path("anyOf").path(0), depth);
        }
        if (depth > DEEPEST) {
            return JSON.nullNode();
        }
        return switch (schema.path("type").asText("")) {
            case "object" -> object(schema, depth);
            case "array" -> JSON.arrayNode().add(example(schema.path("items"), depth + 1));
            case "integer", "number" -> schema.path("example").isNumber() ? schema.path("example") : JSON.numberNode(7);
            case "boolean" -> JSON.booleanNode(true);
            default -> text(schema);
        };
    }

    private JsonNode text(JsonNode schema) {
        if (schema.path("example").isTextual()) {
            return schema.path("example");
        }
        if (schema.path("enum").isArray()) {
            return schema.path("enum").path(0);
        }
        return JSON.textNode(schema.path("format").asText().equals("date-time") ? "2021-07-24T19:26:05Z" : "DE");
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        schema.path("properties")
                .fields()
                .forEachRemaining(field -> object.set(field.getKey(), example(field.getValue(), depth + 1)));
        return object;
    }

    private void walk(JsonNode value, JsonNode schemaOrReference, String pointer, BiConsumer<String, JsonNode> visit) {
        JsonNode schema = resolved(schemaOrReference);
        if (!pointer.isEmpty()) {
            visit.accept(pointer, schema);
        }
        if (value instanceof ObjectNode object) {
            object.fields()
                    .forEachRemaining(field -> walk(
                            field.getValue(),
                            schema.path("properties").path(field.getKey()),
                            pointer + "/" + field.getKey(),
                            visit));
        } else if (value instanceof ArrayNode array && !array.isEmpty()) {
            walk(array.get(0), schema.path("items"), pointer + "/0", visit);
        }
    }

    private static void vary(ObjectNode answer, String pointer, JsonNode schema, List<JsonNode> variations) {
        for (JsonNode other : List.of(
                JSON.nullNode(),
                JSON.textNode("x"),
                JSON.textNode(""),
                JSON.numberNode(-1),
                JSON.numberNode(1.5),
                JSON.numberNode(new BigDecimal("1e40")),
                JSON.booleanNode(true),
                JSON.arrayNode(),
                JSON.objectNode())) {
            variations.add(with(answer, pointer, other));
        }
        schema.path("enum").forEach(value -> variations.add(with(answer, pointer, value)));
        variations.add(with(answer, pointer, JSON.textNode("brand_new_value")));
        variations.add(with(answer, pointer, null));
        if (answer.at(pointer).isObject()) {
            variations.add(with(answer, pointer + "/brand_new_field", JSON.objectNode()));
        }
    }

    private static JsonNode with(ObjectNode answer, String pointer, @Nullable JsonNode value) {
        ObjectNode copy = answer.deepCopy();
        JsonNode parent = copy.at(pointer.substring(0, pointer.lastIndexOf('/')));
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (parent instanceof ArrayNode array) {
            if (value == null) {
                array.removeAll();
            } else {
                array.set(0, value);
            }
        } else if (value == null) {
            ((ObjectNode) parent).remove(name);
        } else {
            ((ObjectNode) parent).set(name, value);
        }
        return copy;
    }

    private JsonNode resolved(JsonNode schema) {
        if (schema.has("$ref")) {
            return resolved(specification.at(schema.path("$ref").asText().substring(1)));
        }
        return schema.path("allOf").size() == 1 && !schema.has("properties")
                ? resolved(schema.path("allOf").path(0))
                : schema;
    }
}
