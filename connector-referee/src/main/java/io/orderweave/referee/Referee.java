package io.orderweave.referee;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.referee.OpenApi.Operation;
import io.orderweave.referee.Traffic.Body;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Says what of a request or its answer is not as the published document says. Differences that are explained elsewhere are given to it
 * and left out. Thread-safe.
 */
public final class Referee {

    private final OpenApi api;
    private final SchemaJudge judge;
    private final Differences explained;

    private Referee(OpenApi api, Differences explained) {
        this.api = api;
        this.judge = new SchemaJudge(api);
        this.explained = explained;
    }

    /**
     * A referee who goes by a document.
     *
     * @param document OpenAPI 3.0, YAML or JSON
     * @param explained one difference a line: a regular expression that a whole violation fits, {@code " # "}, and the reason
     */
    public static Referee of(Path document, Path explained) {
        try {
            return new Referee(OpenApi.read(document), Differences.read(explained));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong and not explained; a sentence each. */
    List<String> violations(Traffic traffic) {
        Optional<Operation> operation = api.operation(traffic.method(), traffic.path());
        List<String> found = new ArrayList<>();
        if (operation.isEmpty()) {
            found.add(traffic.method() + " " + traffic.path() + ": no such operation");
        }
        operation.ifPresent(known -> {
            request(known, traffic).forEach(wrong -> found.add(known + ": request: " + wrong));
            answer(known, traffic).forEach(wrong -> found.add(known + ": answer " + traffic.status() + ": " + wrong));
        });
        return found.stream().filter(wrong -> !explained.explain(wrong)).toList();
    }

    /** The explained differences that no traffic has shown yet. */
    public Set<String> unused() {
        return explained.unused();
    }

    private List<String> request(Operation operation, Traffic traffic) {
        List<String> found = query(parameters(operation), traffic.query());
        JsonNode body = api.resolved(operation.json().path("requestBody"));
        if (body.isMissingNode() && !traffic.request().isEmpty()) {
            found.add("there is no body");
        } else if (!body.isMissingNode()) {
            found.addAll(body(
                    body.path("content"),
                    traffic.request(),
                    body.path("required").asBoolean()));
        }
        return found;
    }

    private List<String> query(Map<String, JsonNode> known, Map<String, List<String>> given) {
        List<String> found = new ArrayList<>();
        new TreeMap<>(given).forEach((name, values) -> {
            JsonNode parameter = known.get(name);
            if (parameter == null) {
                found.add("no parameter " + name);
            } else {
                values.forEach(value -> judge.violations(value, parameter.path("schema"))
                        .forEach(wrong -> found.add("parameter " + name + ": " + wrong)));
            }
        });
        known.forEach((name, parameter) -> {
            if (parameter.path("required").asBoolean() && !given.containsKey(name)) {
                found.add("parameter " + name + " is missing");
            }
        });
        return found;
    }

    private Map<String, JsonNode> parameters(Operation operation) {
        Map<String, JsonNode> parameters = new TreeMap<>();
        for (JsonNode list :
                List.of(operation.shared().path("parameters"), operation.json().path("parameters"))) {
            for (JsonNode reference : list) {
                JsonNode parameter = api.resolved(reference);
                if (parameter.path("in").asText().equals("query")) {
                    parameters.put(parameter.path("name").asText(), parameter);
                }
            }
        }
        return parameters;
    }

    private List<String> answer(Operation operation, Traffic traffic) {
        JsonNode responses = operation.json().path("responses");
        JsonNode response = responses.has(String.valueOf(traffic.status()))
                ? responses.get(String.valueOf(traffic.status()))
                : responses.path("default");
        if (response.isMissingNode()) {
            return List.of("no such status");
        }
        return body(api.resolved(response).path("content"), traffic.answer(), false);
    }

    private List<String> body(JsonNode content, Body body, boolean required) {
        if (body.isEmpty()) {
            return required ? List.of("the body is missing") : List.of();
        }
        if (content.isEmpty()) {
            // A document that says nothing of the body allows any.
            return List.of();
        }
        JsonNode media = content.has(body.mediaType()) ? content.get(body.mediaType()) : content.path("*/*");
        if (media.isMissingNode()) {
            return List.of("media type " + body.mediaType() + " is not in the document");
        }
        if (body.isBrokenJson()) {
            return List.of("the body is no JSON");
        }
        return body.json()
                .map(json -> judge.violations(json, media.path("schema")))
                .orElse(List.of());
    }
}
