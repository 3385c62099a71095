package io.orderweave.internal.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.internal.json.Json;
import io.orderweave.rule.FieldValue;
import io.orderweave.rule.Measure;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Facts from beside an order as JSON: each by its field, with what sort of value it is, for example {@code {"weight":{"measure":"1200"}}}.
 * What a newer library wrote and this one does not know is unknown.
 */
final class RecordedFacts {

    private static final String TEXT = "text";
    private static final String TEXTS = "texts";
    private static final String FLAG = "flag";
    private static final String MEASURE = "measure";
    private static final String MISSING = "missing";
    private static final String FAULT = "fault";

    private RecordedFacts() {}

    /** Empty when there is nothing to record. */
    static Optional<JsonNode> write(Map<String, FieldValue> facts) {
        ObjectNode json = Json.object();
        new TreeMap<>(facts).forEach((field, value) -> written(value).ifPresent(node -> json.set(field, node)));
        return json.isEmpty() ? Optional.empty() : Optional.of(json);
    }

    static Map<String, FieldValue> read(JsonNode json) {
        Map<String, FieldValue> facts = new HashMap<>();
        json.fields()
                .forEachRemaining(fact -> value(fact.getValue()).ifPresent(value -> facts.put(fact.getKey(), value)));
        return facts;
    }

    private static Optional<JsonNode> written(FieldValue value) {
        ObjectNode json = Json.object();
        if (value instanceof FieldValue.Text text) {
            json.put(TEXT, text.value());
        } else if (value instanceof FieldValue.Texts texts) {
            new TreeSet<>(texts.values()).forEach(json.putArray(TEXTS)::add);
        } else if (value instanceof FieldValue.Flag flag) {
            json.put(FLAG, flag.value());
        } else if (value instanceof Measure measure) {
            json.put(MEASURE, measure.toString());
        } else if (value instanceof FieldValue.Missing) {
            json.put(MISSING, true);
        } else if (value instanceof FieldValue.Faulty faulty) {
            json.put(FAULT, faulty.exception());
        }
        return json.isEmpty() ? Optional.empty() : Optional.of(json);
    }

    private static Optional<FieldValue> value(JsonNode json) {
        Iterator<Map.Entry<String, JsonNode>> parts = json.fields();
        return parts.hasNext() ? value(parts.next()) : Optional.empty();
    }

    private static Optional<FieldValue> value(Map.Entry<String, JsonNode> part) {
        JsonNode value = part.getValue();
        return switch (part.getKey()) {
            case TEXT -> Optional.of(new FieldValue.Text(value.asText()));
            case TEXTS -> Optional.of(new FieldValue.Texts(texts(value)));
            case FLAG -> Optional.of(new FieldValue.Flag(value.asBoolean()));
            case MEASURE -> Optional.of(Measure.parse(value.asText()));
            case MISSING -> Optional.of(new FieldValue.Missing());
            case FAULT -> Optional.of(new FieldValue.Faulty(value.asText()));
            default -> Optional.empty();
        };
    }

    private static Set<String> texts(JsonNode values) {
        Set<String> texts = new TreeSet<>();
        values.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
