package io.orderweave.connectors.kaufland;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.http.Request;
import io.orderweave.http.LenientJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what a request has that an OpenAPI specification does not describe, or lacks that it demands. */
final class SpecificationReferee {

    private static final String BASE = "/v2";

    private final JsonNode specification;

    SpecificationReferee(JsonNode specification) {
        this.specification = specification;
    }

    /** The operation a request asks for, such as {@code patch /units/{id_unit}}; empty for one that is not published. */
    String operation(Request request) {
        String path = URI.create(request.getUrl()).getPath().substring(BASE.length());
        return template(path)
                .map(template -> request.getMethod().getName().toLowerCase(Locale.ROOT) + " " + template)
                .orElse("");
    }

    /** A sentence for each difference. */
    List<String> faults(Request request) {
        String[] operation = operation(request).split(" ", -1);
        JsonNode published = operation.length < 2
                ? specification.path("none")
                : specification.path("paths").path(operation[1]).path(operation[0]);
        if (published.isMissingNode()) {
            return List.of("no such operation");
        }
        List<String> faults = new ArrayList<>();
        query(URI.create(request.getUrl()).getRawQuery(), published, faults);
        JsonNode schema = published
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        boolean hasBody = request.getBody() != null && request.getBody().length > 0;
        if (hasBody != !schema.isMissingNode()) {
            faults.add(hasBody ? "a body where none is" : "no body");
        } else if (hasBody) {
            check("$", tree(request), schema, faults);
        }
        return faults;
    }

    /** The path with the most fixed parts that fits. */
    private Optional<String> template(String path) {
        List<String> fitting = new ArrayList<>();
        specification.path("paths").fieldNames().forEachRemaining(template -> {
            if (path.matches(template.replaceAll("\\{[^}]+}", "[^/]+"))) {
                fitting.add(template);
            }
        });
        return fitting.stream().min((one, other) -> Boolean.compare(one.contains("{"), other.contains("{")));
    }

    private void query(@Nullable String query, JsonNode published, List<String> faults) {
        Set<String> given = new HashSet<>();
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            String name = pair.substring(0, pair.indexOf('='));
            String value = URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8);
            given.add(name);
            parameter(name, value, published, faults);
        }
        published.path("parameters").forEach(parameter -> {
            boolean missing = parameter.path("required").asBoolean()
                    && parameter.path("in").asText().equals("query")
                    && !given.contains(parameter.path("name").asText());
            if (missing) {
                faults.add("no parameter " + parameter.path("name").asText());
            }
        });
    }

    private void parameter(String name, String value, JsonNode published, List<String> faults) {
        for (JsonNode parameter : published.path("parameters")) {
            if (parameter.path("name").asText().equals(name)) {
                JsonNode schema = resolved(parameter.path("schema"));
                JsonNode one = schema.path("type").asText().equals("array") ? resolved(schema.path("items")) : schema;
                boolean number = one.path("type").asText().equals("integer");
                if (number ? !value.matches("\\d+") : !isOneOf(one, value)) {
                    faults.add(name + "=" + value);
                }
                return;
            }
        }
        faults.add("unknown parameter " + name);
    }

    private void check(String at, JsonNode value, JsonNode schemaOrReference, List<String> faults) {
        JsonNode schema = resolved(schemaOrReference);
        String type = schema.path("type").asText();
        boolean fits = switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual() && isOneOf(schema, value.asText());
            case "integer" ->
                value.isIntegralNumber()
                        && value.asLong() >= schema.path("minimum").asLong(Long.MIN_VALUE);
            case "boolean" -> value.isBoolean();
            default -> true;
        };
        if (!fits) {
            faults.add(at + " is " + value + ", no " + type);
        }
        value.forEach(element -> {
            if (value.isArray()) {
                check(at + "[]", element, schema.path("items"), faults);
            }
        });
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                faults.add(at + " lacks " + name.asText());
            }
        });
        value.fields().forEachRemaining(field -> {
            JsonNode known = schema.path("properties").path(field.getKey());
            if (known.isMissingNode()) {
                faults.add(at + " has " + field.getKey());
            } else {
                check(at + "." + field.getKey(), field.getValue(), known, faults);
            }
        });
    }

    private static boolean isOneOf(JsonNode schema, String value) {
        if (!schema.has("enum")) {
            return true;
        }
        for (JsonNode one : schema.path("enum")) {
            if (one.asText().equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode tree(Request request) {
        try {
            return LenientJson.mapper().readTree(request.getBody());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
