package io.orderweave.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How stored JSON of an older shape becomes the present one.
 *
 * @param steps the first makes shape 2 of shape 1, the next shape 3, and so on; a step is never changed once it was released
 */
public record Upcasts(List<UnaryOperator<ObjectNode>> steps) {

    /** There has been one shape only. */
    public static final Upcasts NONE = new Upcasts(List.of());

    public Upcasts {
        steps = List.copyOf(steps);
    }

    /** The number of the present shape. */
    public int schema() {
        return steps.size() + 1;
    }

    /** The JSON of shape {@code from} in the present shape. */
    public JsonNode lift(JsonNode json, int from) {
        JsonNode lifted = json;
        for (UnaryOperator<ObjectNode> step : steps.subList(from - 1, steps.size())) {
            lifted = step.apply((ObjectNode) lifted);
        }
        return lifted;
    }

    /** Reads stored JSON of shape {@code from}. */
    public <T> T read(byte[] json, int from, Class<T> type) {
        // Nearly everything is of the present shape and needs no tree.
        return from == schema() ? Json.read(json, type) : Json.read(lift(Json.tree(json), from), type);
    }

    /** The same steps for JSON that holds what they are for as one of its parts. */
    public Upcasts within(String part) {
        return new Upcasts(steps.stream().map(step -> inside(part, step)).toList());
    }

    private static UnaryOperator<ObjectNode> inside(String part, UnaryOperator<ObjectNode> step) {
        return whole -> whole.set(part, step.apply((ObjectNode) whole.get(part)));
    }
}
