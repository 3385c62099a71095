package io.orderweave.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The difference between two JSON values, such that {@code apply(before, between(before, after))} equals {@code after}.
 *
 * <p>Its shape: {@code null} where nothing differs; {@code {"set": value}} replaces; {@code {"remove": true}} removes a member;
 * {@code {"in": {name: difference, ...}}} goes into an object; {@code {"by": {id: difference, ...}, "order": [id, ...]}} goes into
 * an array whose elements are objects with distinct {@code id}s (order lines), so that a change of one line is a small difference.
 */
public final class JsonDifference {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonDifference() {}

    /** How {@code after} differs from {@code before}; the null node when it does not. */
    public static JsonNode between(JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return NullNode.getInstance();
        }
        if (before instanceof ObjectNode one && after instanceof ObjectNode two) {
            return betweenObjects(one, two);
        }
        if (before instanceof ArrayNode one && after instanceof ArrayNode two) {
            Map<String, JsonNode> oneById = byId(one);
            Map<String, JsonNode> twoById = byId(two);
            if (!oneById.isEmpty() && !twoById.isEmpty()) {
                return betweenArrays(oneById, twoById);
            }
        }
        return set(after);
    }

    /** {@code before} with the difference applied; neither is changed. */
    public static JsonNode apply(JsonNode before, JsonNode difference) {
        if (difference.isNull()) {
            return before;
        }
        if (difference.has("set")) {
            return difference.get("set");
        }
        if (difference.has("in")) {
            ObjectNode result = before.deepCopy();
            difference.get("in").fields().forEachRemaining(change -> {
                if (change.getValue().has("remove")) {
                    result.remove(change.getKey());
                } else {
                    result.set(change.getKey(), apply(result.path(change.getKey()), change.getValue()));
                }
            });
            return result;
        }
        if (difference.has("by") && before instanceof ArrayNode array) {
            Map<String, JsonNode> elements = byId(array);
            difference.get("by").fields().forEachRemaining(change -> {
                JsonNode old = elements.getOrDefault(change.getKey(), NullNode.getInstance());
                elements.put(change.getKey(), apply(old, change.getValue()));
            });
            ArrayNode result = NODES.arrayNode();
            difference.get("order").forEach(id -> result.add(elements.get(id.asText())));
            return result;
        }
        throw new IllegalArgumentException("not a difference that applies here");
    }

    /**
     * The difference with other content in the same places; the one given is not changed.
     *
     * @param values for what replaces something
     * @param members for the members of an object, each a difference of its own
     * @param elements for the elements of an array, each a difference of its own
     */
    public static JsonNode mapped(
            JsonNode difference,
            UnaryOperator<JsonNode> values,
            UnaryOperator<ObjectNode> members,
            UnaryOperator<JsonNode> elements) {
        if (difference.has("set")) {
            return set(values.apply(difference.get("set")));
        }
        if (difference.get("in") instanceof ObjectNode in) {
            ObjectNode result = NODES.objectNode();
            result.set("in", members.apply(in));
            return result;
        }
        if (difference.get("by") instanceof ObjectNode by) {
            ObjectNode changes = NODES.objectNode();
            by.fields().forEachRemaining(change -> changes.set(change.getKey(), elements.apply(change.getValue())));
            ObjectNode result = NODES.objectNode();
            result.set("by", changes);
            result.set("order", difference.get("order"));
            return result;
        }
        return difference;
    }

    private static JsonNode betweenObjects(ObjectNode before, ObjectNode after) {
        ObjectNode changes = NODES.objectNode();
        TreeSet<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode one = before.get(name);
            JsonNode two = after.get(name);
            if (two == null) {
                changes.set(name, NODES.objectNode().put("remove", true));
            } else if (one == null) {
                changes.set(name, set(two));
            } else if (!one.equals(two)) {
                changes.set(name, between(one, two));
            }
        }
        ObjectNode difference = NODES.objectNode();
        difference.set("in", changes);
        return difference;
    }

    private static JsonNode betweenArrays(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        ObjectNode changes = NODES.objectNode();
        ArrayNode order = NODES.arrayNode();
        after.forEach((id, element) -> {
            order.add(id);
            JsonNode old = before.get(id);
            if (old == null) {
                changes.set(id, set(element));
            } else if (!old.equals(element)) {
                changes.set(id, between(old, element));
            }
        });
        ObjectNode difference = NODES.objectNode();
        difference.set("by", changes);
        difference.set("order", order);
        return difference;
    }

    /** The elements by id, in their order; empty when an element is no object with an id of its own. */
    private static Map<String, JsonNode> byId(ArrayNode array) {
        Map<String, JsonNode> elements = new LinkedHashMap<>();
        List<String> ids = new ArrayList<>();
        for (Iterator<JsonNode> each = array.elements(); each.hasNext(); ) {
            JsonNode element = each.next();
            JsonNode id = element.get("id");
            if (id == null || !id.isTextual()) {
                return new LinkedHashMap<>();
            }
            ids.add(id.asText());
            elements.put(id.asText(), element);
        }
        return elements.size() == ids.size() ? elements : new LinkedHashMap<>();
    }

    private static ObjectNode set(JsonNode value) {
        ObjectNode difference = NODES.objectNode();
        difference.set("set", value);
        return difference;
    }
}
