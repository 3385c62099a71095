package io.orderweave.examples.marketplace;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A request to Stall.
 *
 * @param path its parts, at least one
 * @param query as it came; empty without one
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed over, never compared
record StallRequest(String method, List<String> path, String query, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static StallRequest of(String method, URI uri, byte[] body) {
        return new StallRequest(
                method,
                List.of(uri.getPath().substring(1).split("/", -1)),
                Optional.ofNullable(uri.getQuery()).orElse(""),
                body);
    }

    /** Whether it is for that address, which has one part. */
    boolean is(String address) {
        return path.equals(List.of(address));
    }

    ObjectNode json() throws IOException {
        return (ObjectNode) JSON.readTree(body);
    }

    /** The cursor of a list; less than 0 for the beginning. */
    long after() {
        return parameter("after").map(Long::parseLong).orElse(-1L);
    }

    /** Most elements of a list. */
    int limit() {
        return parameter("limit").map(Integer::parseInt).orElse(50);
    }

    private Optional<String> parameter(String name) {
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return Optional.of(pair.substring(name.length() + 1));
            }
        }
        return Optional.empty();
    }
}
