package io.orderweave.referee;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Holds a JSON value against a schema of OpenAPI 3.0: required fields, types, null, enumerations, bounds, array items. Stricter than the
 * standard in one thing: a field that an object's schema does not name is a violation, because nobody reads it.
 */
final class SchemaJudge {

    /** Deeper goes no answer; only schemas that refer to themselves would. */
    private static final int LONGEST_PLACE = 1_000;

    private static final int DEEPEST = 20;

    /** A schema is all there is to say of a value, or one of several that say it together and do not know each other's fields. */
    private enum Part {
        WHOLE,
        OF_A_WHOLE
    }

    private final OpenApi api;

    SchemaJudge(OpenApi api) {
        this.api = api;
    }

    /** What is wrong with the text of a parameter, of which a list has several. */
    List<String> violations(String parameter, JsonNode reference) {
        JsonNode schema = api.resolved(reference);
        JsonNode one = api.resolved(schema.path("type").asText().equals("array") ? schema.path("items") : schema);
        return switch (one.path("type").asText()) {
            case "integer", "number" ->
                parameter.matches("-?\\d{1,18}")
                        ? violations(LongNode.valueOf(Long.parseLong(parameter)), one)
                        : List.of("$ is no number");
            case "boolean" -> Set.of("true", "false").contains(parameter) ? List.of() : List.of("$ is no boolean");
            default -> violations(TextNode.valueOf(parameter), one);
        };
    }

    /** What is wrong, each with its place and without the value; empty when nothing is. */
    List<String> violations(JsonNode value, JsonNode schema) {
        List<String> found = new ArrayList<>();
        judge(value, schema, "$", found, Part.WHOLE);
        return found;
    }

    private void judge(JsonNode value, JsonNode reference, String at, List<String> found, Part part) {
        JsonNode schema = api.resolved(reference);
        if (at.length() > LONGEST_PLACE || schema.isEmpty()) {
            return;
        }
        if (value.isNull()) {
            if (!mayBeNull(schema)) {
                found.add(at + " is null");
            }
            return;
        }
        schema.path("allOf").forEach(one -> judge(value, one, at, found, Part.OF_A_WHOLE));
        oneOf(value, schema.path("oneOf"), at, found);
        oneOf(value, schema.path("anyOf"), at, found);
        String type = schema.path("type").asText("");
        if (!isOf(value, type)) {
            found.add(at + " is no " + type);
            return;
        }
        if (schema.has("enum") && !contains(schema.get("enum"), value)) {
            found.add(at + " is a word that is not listed");
        }
        if (isOutOfBounds(value, schema)) {
            found.add(at + " is out of bounds");
        }
        if (value.isObject()) {
            object(value, schema, at, found, part);
        }
        for (JsonNode item : value.isArray() ? value : schema.path("nothing")) {
            judge(item, schema.path("items"), at + "[]", found, Part.WHOLE);
        }
    }

    private boolean mayBeNull(JsonNode schema) {
        if (schema.path("nullable").asBoolean()) {
            return true;
        }
        for (JsonNode part : schema.path("allOf")) {
            if (mayBeNull(api.resolved(part))) {
                return true;
            }
        }
        return false;
    }

    private void oneOf(JsonNode value, JsonNode alternatives, String at, List<String> found) {
        if (alternatives.isEmpty()) {
            return;
        }
        List<String> fewest = null;
        for (JsonNode alternative : alternatives) {
            List<String> wrong = new ArrayList<>();
            judge(value, alternative, at, wrong, Part.OF_A_WHOLE);
            if (fewest == null || wrong.size() < fewest.size()) {
                fewest = wrong;
            }
        }
        found.addAll(fewest == null ? List.of() : fewest);
    }

    private void object(JsonNode value, JsonNode schema, String at, List<String> found, Part part) {
        for (JsonNode required : schema.path("required")) {
            if (!value.has(required.asText())) {
                found.add(at + "." + required.asText() + " is missing");
            }
        }
        JsonNode properties = schema.path("properties");
        Iterator<String> names = value.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            JsonNode property = properties.has(name) ? properties.get(name) : schema.path("additionalProperties");
            judge(value.get(name), property, at + "." + name, found, Part.WHOLE);
        }
        if (part == Part.WHOLE) {
            unknown(value, schema, at, found);
        }
    }

    private void unknown(JsonNode value, JsonNode schema, String at, List<String> found) {
        Set<String> known = new HashSet<>();
        collect(schema, known, 0);
        boolean isMap = schema.path("additionalProperties").isObject()
                || schema.path("additionalProperties").asBoolean();
        if (known.isEmpty() || isMap) {
            return;
        }
        value.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                found.add(at + "." + name + " is not in the document");
            }
        });
    }

    private void collect(JsonNode reference, Set<String> known, int depth) {
        JsonNode schema = api.resolved(reference);
        schema.path("properties").fieldNames().forEachRemaining(known::add);
        for (String combination : List.of("allOf", "oneOf", "anyOf")) {
            for (JsonNode part : depth > DEEPEST ? schema.path("nothing") : schema.path(combination)) {
                collect(part, known, depth + 1);
            }
        }
    }

    private static boolean contains(JsonNode words, JsonNode value) {
        for (JsonNode word : words) {
            if (word.asText().equals(value.asText())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutOfBounds(JsonNode value, JsonNode schema) {
        if (value.isTextual()) {
            int length = value.textValue().codePointCount(0, value.textValue().length());
            return length < schema.path("minLength").asInt(0)
                    || length > schema.path("maxLength").asInt(Integer.MAX_VALUE);
        }
        return value.isNumber() && (isAbove(schema.path("minimum"), value) || isAbove(value, schema.path("maximum")));
    }

    private static boolean isAbove(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber() && one.decimalValue().compareTo(other.decimalValue()) > 0;
    }

    private static boolean isOf(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> true;
        };
    }
}
