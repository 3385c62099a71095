package io.orderweave.referee;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request and its answer.
 *
 * @param path without query
 * @param query the values of each parameter
 */
record Traffic(String method, String path, Map<String, List<String>> query, Body request, int status, Body answer) {

    /**
     * A body.
     *
     * @param mediaType without parameters; empty when nothing says it
     * @param json empty when it is none
     */
    record Body(String mediaType, boolean isEmpty, Optional<JsonNode> json) {}
}
