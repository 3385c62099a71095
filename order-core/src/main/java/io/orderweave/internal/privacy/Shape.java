package io.orderweave.internal.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.orderweave.internal.json.Json;
import io.orderweave.internal.json.JsonDifference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Where in the JSON of a type personal values lie: its own members, and those of its parts. A list has the shape of its elements. Erasing
 * twice is erasing once. Immutable.
 */
final class Shape {

    /** What stands where a personal value stood. */
    static final JsonNode ERASED = TextNode.valueOf("erased");

    /** Nothing in it is personal. */
    static final Shape HARMLESS = personal();

    private final Set<String> personal;
    private final Map<String, Shape> parts;

    private Shape(Set<String> personal, Map<String, Shape> parts) {
        this.personal = personal;
        this.parts = parts;
    }

    /** These members are personal: texts, lists of texts, or whole values that nobody can look into. */
    static Shape personal(String... members) {
        return new Shape(Set.of(members), Map.of());
    }

    /** With a part that holds personal values. */
    Shape with(String member, Shape part) {
        Map<String, Shape> more = new LinkedHashMap<>(parts);
        more.put(member, part);
        return new Shape(personal, more);
    }

    /** Whether the member itself is personal. */
    boolean isPersonal(String member) {
        return personal.contains(member);
    }

    /** The shape of a part; empty when nothing in it is personal. */
    Optional<Shape> part(String member) {
        return Optional.ofNullable(parts.get(member));
    }

    /** Every member that is personal or has personal parts. */
    Set<String> members() {
        Set<String> members = new TreeSet<>(personal);
        members.addAll(parts.keySet());
        return members;
    }

    /** The value without anything personal; the one given is not changed. */
    JsonNode erase(JsonNode value) {
        if (value instanceof ArrayNode list) {
            return each(list, this::erase);
        }
        return value instanceof ObjectNode object ? members(object, Shape::leaf, Shape::erase) : value;
    }

    /** A {@link JsonDifference} between two values of this shape, without anything personal. */
    JsonNode eraseDifference(JsonNode difference) {
        return JsonDifference.mapped(
                difference,
                this::erase,
                members -> members(members, Shape::leafDifference, Shape::eraseDifference),
                this::eraseDifference);
    }

    /** A value of that type without anything personal; equal to the one given when it had nothing. */
    <T> T erase(T value, Class<T> type) {
        return Json.read(erase(Json.tree(value)), type);
    }

    private ObjectNode members(ObjectNode object, UnaryOperator<JsonNode> leaf, Erasing part) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        object.fields().forEachRemaining(member -> {
            String name = member.getKey();
            JsonNode value = member.getValue();
            if (isPersonal(name)) {
                result.set(name, leaf.apply(value));
            } else {
                result.set(
                        name, part(name).map(shape -> part.apply(shape, value)).orElse(value));
            }
        });
        return result;
    }

    private static JsonNode leaf(JsonNode value) {
        if (value.isNull()) {
            return value;
        }
        return value instanceof ArrayNode list ? each(list, Shape::leaf) : ERASED;
    }

    private static JsonNode leafDifference(JsonNode difference) {
        return JsonDifference.mapped(difference, Shape::leaf, members -> members, Shape::leafDifference);
    }

    private static ArrayNode each(ArrayNode list, UnaryOperator<JsonNode> change) {
        ArrayNode result = JsonNodeFactory.instance.arrayNode();
        list.forEach(element -> result.add(change.apply(element)));
        return result;
    }

    /** How a part is erased by its shape. */
    private interface Erasing {
        JsonNode apply(Shape shape, JsonNode value);
    }
}
