package io.orderweave.rule;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the JSON Schema (draft 2020-12) of rule sets from the types that are read and the catalogue of fields. */
final class RuleSchema {

    private static final String NAME = "^[a-z0-9]+([.-][a-z0-9]+)*$";

    private final ObjectNode definitions = object();
    private final Deque<JavaType> open = new ArrayDeque<>();
    private final Set<JavaType> known = new LinkedHashSet<>();

    private RuleSchema() {}

    static JsonNode generate() {
        return new RuleSchema().schema();
    }

    private JsonNode schema() {
        ObjectNode schema = object();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:orderweave:rules:1");
        schema.put("title", "Orderweave rule set");
        schema.setAll(reference(RuleSets.MAPPER.constructType(RuleSet.class)));
        schema.set("$defs", definitions);
        while (!open.isEmpty()) {
            JavaType type = open.pop();
            definitions.set(name(type), definition(type));
        }
        return schema;
    }

    private ObjectNode definition(JavaType type) {
        Optional<Kinds> kinds = Kinds.of(type);
        if (kinds.isEmpty()) {
            return described(Parts.of(RuleSets.MAPPER, type).orElseThrow());
        }
        ObjectNode oneOf = object();
        ArrayNode choices = oneOf.putArray("oneOf");
        if (kinds.get().mayBeText()) {
            choices.add(object().put("type", "string"));
        }
        kinds.get().types().forEach((name, kind) -> choices.add(kind(kinds.get().property(), name, kind)));
        return oneOf;
    }

    private ObjectNode kind(String property, String name, Class<?> kind) {
        ObjectNode shape = described(
                Parts.of(RuleSets.MAPPER, RuleSets.MAPPER.constructType(kind)).orElseGet(() -> new Parts(List.of())));
        ObjectNode parts = object();
        parts.putObject(property).put("const", name);
        parts.setAll((ObjectNode) shape.get("properties"));
        if (Comparison.class.isAssignableFrom(kind)) {
            parts.set("field", field(RulesReference.comparable(name)));
        }
        shape.set("properties", parts);
        ArrayNode required = array(List.of(property));
        required.addAll((ArrayNode) shape.path("required").deepCopy());
        shape.set("required", required);
        return shape;
    }

    /** The library's fields that the operator compares, for editors to offer, or one that a host has registered. */
    private static ObjectNode field(List<String> names) {
        ObjectNode field = object();
        ArrayNode choices = field.putArray("anyOf");
        choices.addObject().set("enum", array(names));
        choices.addObject().put("type", "string").put("pattern", NAME).put("maxLength", 60);
        return field;
    }

    private ObjectNode described(Parts parts) {
        ObjectNode shape = object().put("type", "object");
        ObjectNode properties = shape.putObject("properties");
        parts.parts().forEach(part -> {
            ObjectNode described = of(part.type());
            part.defaultValue().ifPresent(preset -> described.put("default", Boolean.parseBoolean(preset)));
            properties.set(part.name(), described);
        });
        shape.set(
                "required",
                array(parts.parts().stream()
                        .filter(Parts.Part::required)
                        .map(Parts.Part::name)
                        .toList()));
        shape.put("additionalProperties", false);
        return shape;
    }

    private ObjectNode of(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (type.isReferenceType()) {
            return of(type.getContentType());
        }
        if (type.isCollectionLikeType()) {
            ObjectNode list = object().put("type", "array");
            list.set("items", of(type.getContentType()));
            return Set.class.isAssignableFrom(raw) ? list.put("minItems", 1) : list;
        }
        if (type.isMapLikeType()) {
            ObjectNode map = object().put("type", "object");
            map.set("additionalProperties", of(type.getContentType()));
            return map;
        }
        if (Kinds.of(type).isPresent()
                || (!isText(raw) && Parts.of(RuleSets.MAPPER, type).isPresent())) {
            return reference(type);
        }
        return simple(raw);
    }

    private static ObjectNode simple(Class<?> type) {
        if (Measure.class.isAssignableFrom(type)) {
            return object().set(
                            "anyOf",
                            array(List.of())
                                    .add(object().put("type", "number"))
                                    .add(object().put("type", "string").put("maxLength", MeasureReader.LONGEST)));
        }
        if (type.isEnum()) {
            return object().set("enum", array(RulesReference.words(type)));
        }
        if (type == boolean.class || type == Boolean.class) {
            return object().put("type", "boolean");
        }
        if (type == int.class || type == Integer.class || type == long.class) {
            return object().put("type", "integer");
        }
        ObjectNode text = object().put("type", "string");
        if (type == Duration.class) {
            text.put("pattern", "^-?P");
        }
        return type == LocalDate.class ? text.put("pattern", "^\\d{4}-\\d{2}-\\d{2}$") : text;
    }

    private static boolean isText(Class<?> type) {
        return type == String.class
                || Arrays.stream(type.getDeclaredFields())
                        .anyMatch(field -> field.isAnnotationPresent(JsonValue.class));
    }

    private ObjectNode reference(JavaType type) {
        if (known.add(type)) {
            open.add(type);
        }
        return object().put("$ref", "#/$defs/" + name(type));
    }

    private static String name(JavaType type) {
        return type.getRawClass().getSimpleName();
    }

    private static ObjectNode object() {
        return RuleSets.MAPPER.createObjectNode();
    }

    private static ArrayNode array(List<String> texts) {
        ArrayNode array = RuleSets.MAPPER.createArrayNode();
        texts.forEach(array::add);
        return array;
    }
}
