package io.orderweave.text;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something to tell people, without language. Immutable.
 *
 * @param key of the text, for example {@code obstacle.held}
 * @param values what stands in its places
 */
public record Message(String key, Map<String, String> values) {

    public Message {
        values = Map.copyOf(values);
    }

    /** A message with the values of its places: name, value, name, value. */
    public static Message of(String key, Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("every name needs a value");
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(String.valueOf(namesAndValues[i]), String.valueOf(namesAndValues[i + 1]));
        }
        return new Message(key, values);
    }
}
