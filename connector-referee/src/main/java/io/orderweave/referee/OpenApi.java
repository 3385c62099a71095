package io.orderweave.referee;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** An OpenAPI 3.0 document: its operations, and what its references mean. Immutable. */
final class OpenApi {

    private final JsonNode document;

    OpenApi(JsonNode document) {
        this.document = document;
    }

    /** Reads JSON or YAML, of which JSON is a part. */
    static OpenApi read(Path file) throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(64 * 1024 * 1024);
        try (Reader reader = Files.newBufferedReader(file)) {
            Object loaded = new Yaml(new SafeConstructor(options)).load(reader);
            return new OpenApi(new ObjectMapper().valueToTree(loaded));
        }
    }

    /** The operation that a request asks for: a path without placeholders goes before one with them. */
    Optional<Operation> operation(String method, String path) {
        String base = basePath();
        return path.startsWith(base) ? operationAt(method, path.substring(base.length())) : Optional.empty();
    }

    /** The path that the first server's address has; the document's paths go on from there. */
    private String basePath() {
        // No URI: a host may have placeholders.
        String path = document.at("/servers/0/url").asText("").replaceFirst("^[a-z]+://[^/]*", "");
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private Optional<Operation> operationAt(String method, String path) {
        Operation found = null;
        Iterator<Map.Entry<String, JsonNode>> paths = document.path("paths").fields();
        while (paths.hasNext()) {
            Map.Entry<String, JsonNode> entry = paths.next();
            JsonNode operation = entry.getValue().path(method.toLowerCase(Locale.ROOT));
            boolean better = found == null || found.template().contains("{");
            if (better && operation.isObject() && fits(entry.getKey(), path)) {
                found = new Operation(method, entry.getKey(), entry.getValue(), operation);
            }
        }
        return Optional.ofNullable(found);
    }

    private static boolean fits(String template, String path) {
        StringBuilder pattern = new StringBuilder();
        for (String part : template.split("(?=\\{)|(?<=\\})", -1)) {
            pattern.append(part.startsWith("{") ? "[^/]+" : Pattern.quote(part));
        }
        return path.matches(pattern.toString());
    }

    /** What the node says, or what it refers to. */
    JsonNode resolved(JsonNode node) {
        JsonNode seen = node;
        for (int hops = 0; seen.has("$ref") && hops < 20; hops++) {
            seen = document.at(seen.get("$ref").asText().substring(1));
        }
        return seen.has("$ref") ? MissingNode.getInstance() : seen;
    }

    /**
     * One method of one path.
     *
     * @param template the path with its placeholders
     * @param shared what all methods of the path have
     */
    record Operation(String method, String template, JsonNode shared, JsonNode json) {

        @Override
        public String toString() {
            return method + " " + template;
        }
    }
}
