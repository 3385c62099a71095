package io.orderweave.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Finds the machine-readable codes in the JSON body of a refusal. Implemented by connectors; stateless. Messages for people are
 * left alone: they may repeat personal data of the request.
 */
@FunctionalInterface
public interface ErrorCodes {

    /** The codes, as they came; this module drops what does not look like one. */
    List<String> in(JsonNode body);

    static ErrorCodes none() {
        return body -> List.of();
    }
}
