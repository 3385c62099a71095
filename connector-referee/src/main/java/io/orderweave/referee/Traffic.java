package io.orderweave.referee;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
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
     * @param json empty when it is none, or not one document and nothing else
     */
    record Body(String mediaType, boolean isEmpty, Optional<JsonNode> json) {

        private static final ObjectMapper JSON = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();

        /** The body that came, read when its type says that it is JSON. */
        static Body of(byte[] bytes, Optional<String> contentType) {
            String mediaType = contentType.orElse("").split(";", 2)[0].strip();
            return new Body(mediaType, bytes.length == 0, saysJson(mediaType) ? read(bytes) : Optional.empty());
        }

        /** Whether it says to be JSON and is not. */
        boolean isBrokenJson() {
            return !isEmpty && saysJson(mediaType) && json.isEmpty();
        }

        private static boolean saysJson(String mediaType) {
            return mediaType.endsWith("json");
        }

        private static Optional<JsonNode> read(byte[] bytes) {
            try {
                return Optional.of(JSON.readTree(bytes)).filter(tree -> !tree.isMissingNode());
            } catch (JsonProcessingException e) {
                return Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
