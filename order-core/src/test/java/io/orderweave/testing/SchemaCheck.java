package io.orderweave.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Holds JSON against a schema: as much of draft 2020-12 as the published schemas use, and an error for whatever else it uses. */
public final class SchemaCheck {

    private final JsonNode root;

    public SchemaCheck(JsonNode root) {
        this.root = root;
    }

    public boolean accepts(JsonNode value) {
        return accepts(root, value);
    }

    private boolean accepts(JsonNode schema, JsonNode value) {
        List<Boolean> answers = new ArrayList<>();
        schema.fields()
                .forEachRemaining(entry -> answers.add(accepts(entry.getKey(), entry.getValue(), schema, value)));
        return !answers.contains(false);
    }

    private boolean accepts(String keyword, JsonNode wanted, JsonNode schema, JsonNode value) {
        return switch (keyword) {
            case "$schema", "$id", "title", "$defs", "default", "description" -> true;
            case "$ref" -> accepts(root.at(wanted.asText().substring(1)), value);
            case "type" -> isOf(wanted.asText(), value);
            case "const" -> value.equals(wanted);
            case "enum" -> contains(wanted, value);
            case "pattern" ->
                !value.isTextual()
                        || Pattern.compile(wanted.asText())
                                .matcher(value.asText())
                                .find();
            case "minimum" -> !value.isNumber() || value.asInt() >= wanted.asInt();
            case "maxLength" -> !value.isTextual() || value.asText().length() <= wanted.asInt();
            case "minItems" -> !value.isArray() || value.size() >= wanted.asInt();
            case "oneOf" -> matching(wanted, value) == 1;
            case "anyOf" -> matching(wanted, value) > 0;
            case "items" -> !value.isArray() || all(value, wanted);
            case "required" -> !value.isObject() || hasAll(value, wanted);
            case "properties" -> !value.isObject() || partsFit(wanted, value);
            case "additionalProperties" -> !value.isObject() || othersFit(wanted, schema.path("properties"), value);
            default -> throw new AssertionError("this check does not know the keyword " + keyword);
        };
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            default -> throw new AssertionError("no type " + type);
        };
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        for (JsonNode each : values) {
            if (each.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private int matching(JsonNode schemas, JsonNode value) {
        int matching = 0;
        for (JsonNode schema : schemas) {
            matching += accepts(schema, value) ? 1 : 0;
        }
        return matching;
    }

    private boolean all(JsonNode values, JsonNode schema) {
        for (JsonNode value : values) {
            if (!accepts(schema, value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasAll(JsonNode value, JsonNode names) {
        for (JsonNode name : names) {
            if (!value.has(name.asText())) {
                return false;
            }
        }
        return true;
    }

    private boolean partsFit(JsonNode schemas, JsonNode value) {
        List<Boolean> answers = new ArrayList<>();
        schemas.fields().forEachRemaining(entry -> {
            JsonNode part = value.get(entry.getKey());
            answers.add(part == null || accepts(entry.getValue(), part));
        });
        return !answers.contains(false);
    }

    private boolean othersFit(JsonNode wanted, JsonNode known, JsonNode value) {
        List<Boolean> answers = new ArrayList<>();
        value.fields()
                .forEachRemaining(entry -> answers.add(known.has(entry.getKey())
                        || (wanted.isBoolean() ? wanted.asBoolean() : accepts(wanted, entry.getValue()))));
        return !answers.contains(false);
    }
}
