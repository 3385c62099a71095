package io.orderweave.connector;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes what the channel sends to us. Framework-free: the host's web server hands the request over and sends the answer. What comes
 * in is a hint only; polling stays the truth.
 */
public interface InboundEndpoint {

    /**
     * Checks the request, in constant time where it is signed, and says what it is about. Calls nobody and stores nothing: one that
     * comes again is the same hint again.
     *
     * @return for a request that is not from the channel an answer of 4xx and no hint
     */
    Received handle(InboundRequest request);

    /**
     * A request as the host's web server got it.
     *
     * @param method in capital letters
     * @param path without query
     * @param query values of each parameter, decoded
     * @param headers values of each header, by its name in small letters
     * @param body exactly the bytes that came; handed over and not changed
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes are handed over, never compared
    record InboundRequest(
            String method,
            String path,
            Map<String, List<String>> query,
            Map<String, List<String>> headers,
            byte[] body) {

        public InboundRequest {
            query = Map.copyOf(query);
            headers = Map.copyOf(headers);
        }

        /** The first value of the header. */
        public Optional<String> header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst();
        }

        @Override
        public String toString() {
            return "InboundRequest[" + method + ", " + body.length + " bytes]";
        }
    }

    /** The answer to send. */
    record InboundResponse(int status, String mediaType, String body) {

        /** An answer of plain text. */
        public static InboundResponse of(int status, String text) {
            return new InboundResponse(status, "text/plain; charset=utf-8", text);
        }

        /** The body as it is sent. */
        public byte[] bytes() {
            return body.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** The answer, and what to look at. */
    record Received(InboundResponse response, List<Hint> hints) {

        public Received {
            hints = List.copyOf(hints);
        }

        /** Refused: not from the channel, or not readable. */
        public static Received refused(int status, String reason) {
            return new Received(InboundResponse.of(status, reason), List.of());
        }
    }

    /** What the channel hints at. */
    sealed interface Hint {

        /** This order is new or has changed. */
        record OrderChanged(String externalId) implements Hint {}

        /** Some order is new or has changed. */
        record OrdersChanged() implements Hint {}

        /** Some return is new or has changed. */
        record ReturnsChanged() implements Hint {}

        /** Some offer has changed. */
        record CatalogChanged() implements Hint {}
    }
}
