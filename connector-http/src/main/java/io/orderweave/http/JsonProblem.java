package io.orderweave.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;

/** Says where JSON is not what was expected, without quoting it: Jackson's own messages do. */
public final class JsonProblem {

    private JsonProblem() {}

    /** For example {@code unexpected value at $.lineItems[0].quantity}. */
    public static String describe(JsonProcessingException problem) {
        if (problem instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return "unexpected value at " + path(mapping);
        }
        return problem instanceof JsonMappingException ? "unexpected JSON" : "not JSON";
    }

    private static String path(JsonMappingException mapping) {
        StringBuilder path = new StringBuilder("$");
        for (JsonMappingException.Reference part : mapping.getPath()) {
            if (part.getFieldName() == null) {
                path.append('[').append(part.getIndex()).append(']');
            } else {
                path.append('.').append(part.getFieldName());
            }
        }
        return path.toString();
    }
}
