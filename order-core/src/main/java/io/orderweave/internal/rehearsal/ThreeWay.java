package io.orderweave.internal.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Applies what a recorded event changed to an order that the rehearsal has led elsewhere: only what the event changed is changed, and a
 * list keeps what the rehearsal put into it.
 */
final class ThreeWay {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** What tells the elements of a list apart: lines and charges have an id, holds a code. */
    private static final List<String> IDENTITIES = List.of("id", "code");

    private ThreeWay() {}

    /**
     * {@code ours} with the difference between {@code before} and {@code after}; none of them is changed.
     *
     * @param before the recorded record before the event
     * @param after the recorded record after it
     */
    static JsonNode merged(JsonNode before, JsonNode after, JsonNode ours) {
        if (before.equals(after)) {
            return ours;
        }
        if (before.equals(ours)) {
            return after;
        }
        if (before instanceof ObjectNode one && after instanceof ObjectNode two && ours instanceof ObjectNode own) {
            return objects(one, two, own);
        }
        if (before instanceof ArrayNode one && after instanceof ArrayNode two && ours instanceof ArrayNode own) {
            return arrays(one, two, own);
        }
        return after;
    }

    private static JsonNode objects(ObjectNode before, ObjectNode after, ObjectNode ours) {
        ObjectNode result = ours.deepCopy();
        TreeSet<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode two = after.get(name);
            if (two == null) {
                result.remove(name);
            } else if (!two.equals(before.get(name))) {
                result.set(name, merged(before.path(name), two, ours.path(name)));
            }
        }
        return result;
    }

    private static JsonNode arrays(ArrayNode before, ArrayNode after, ArrayNode ours) {
        Map<String, JsonNode> one = byIdentity(before);
        Map<String, JsonNode> two = byIdentity(after);
        Map<String, JsonNode> own = byIdentity(ours);
        one.keySet().stream().filter(id -> !two.containsKey(id)).forEach(own::remove);
        two.forEach((id, element) -> {
            JsonNode old = one.get(id);
            JsonNode known = own.get(id);
            if (old == null || known == null) {
                if (!element.equals(old)) {
                    own.put(id, element);
                }
            } else {
                own.put(id, merged(old, element, known));
            }
        });
        return NODES.arrayNode().addAll(own.values());
    }

    /** The elements by what tells them apart; equal ones are counted. */
    private static Map<String, JsonNode> byIdentity(ArrayNode array) {
        Map<String, JsonNode> elements = new LinkedHashMap<>();
        List<JsonNode> all = new ArrayList<>();
        array.forEach(all::add);
        for (JsonNode element : all) {
            String identity = identity(element);
            int count = 1;
            while (elements.containsKey(identity + "#" + count)) {
                count++;
            }
            elements.put(identity + "#" + count, element);
        }
        return elements;
    }

    private static String identity(JsonNode element) {
        return IDENTITIES.stream()
                .map(element::get)
                .flatMap(id -> Optional.ofNullable(id).stream())
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst()
                .orElseGet(element::toString);
    }
}
