package io.orderweave.examples.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Checks JSON against as much of a JSON Schema as {@code orders.schema.json} uses. */
final class Schema {

    private final JsonNode root;

    Schema(JsonNode root) {
        this.root = root;
    }

    List<String> problems(JsonNode value) {
        List<String> problems = new ArrayList<>();
        check("", root, value, problems);
        return problems;
    }

    private void check(String path, JsonNode schema, JsonNode value, List<String> problems) {
        if (schema.has("$ref")) {
            check(path, root.at(schema.get("$ref").asText().substring(1)), value, problems);
            return;
        }
        if (schema.has("enum")) {
            boolean known = false;
            for (JsonNode allowed : schema.get("enum")) {
                known |= allowed.equals(value);
            }
            require(known, path + " is " + value, problems);
            return;
        }
        switch (schema.get("type").asText()) {
            case "string" -> {
                require(value.isTextual(), path + " is no text", problems);
                require(
                        !schema.has("pattern")
                                || value.asText().matches(schema.get("pattern").asText()),
                        path + " is " + value,
                        problems);
            }
            case "integer" -> require(value.isIntegralNumber(), path + " is no whole number", problems);
            case "boolean" -> require(value.isBoolean(), path + " is neither true nor false", problems);
            case "array" -> {
                require(value.isArray(), path + " is no list", problems);
                for (int i = 0; i < value.size(); i++) {
                    check(path + "/" + i, schema.get("items"), value.get(i), problems);
                }
            }
            default -> object(path, schema, value, problems);
        }
    }

    private void object(String path, JsonNode schema, JsonNode value, List<String> problems) {
        schema.get("required")
                .forEach(name ->
                        require(value.has(name.asText()), path + "/" + name.asText() + " is missing", problems));
        value.fields().forEachRemaining(part -> {
            JsonNode expected = schema.get("properties").get(part.getKey());
            require(expected != null, path + "/" + part.getKey() + " is not in the schema", problems);
            if (expected != null) {
                check(path + "/" + part.getKey(), expected, part.getValue(), problems);
            }
        });
    }

    private static void require(boolean holds, String problem, List<String> problems) {
        if (!holds) {
            problems.add(problem);
        }
    }
}
