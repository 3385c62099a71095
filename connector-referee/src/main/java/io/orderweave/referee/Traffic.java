package io.orderweave.referee;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/**
 * A request and its answer.
 *
 * @param path without query
 * @param query names of the parameters
 */
record Traffic(String method, String path, Set<String> query, Body request, int status, Body answer) {

    /**
     * A body.
     *
     * @param mediaType without parameters; empty when nothing says it
     * @param json empty when it is none
     */
    record Body(String mediaType, boolean isEmpty, Optional<JsonNode> json) {}
}
