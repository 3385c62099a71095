package io.orderweave.http;

import java.util.List;
import java.util.Optional;

/**
 * How an outside system answered a request that it understood. An API method that returns it leaves refusals to its caller; one
 * that returns the body itself throws them as faults.
 */
public sealed interface Reply<T> {

    /** The HTTP status. */
    int status();

    /** The other side's id of the request. */
    Optional<String> requestId();

    /** Status 2xx. Prints no body. */
    record Done<T>(int status, T body, Optional<String> requestId) implements Reply<T> {

        @Override
        public String toString() {
            return "Done[" + status + "]";
        }
    }

    /**
     * Refused for what it asks; nothing was done.
     *
     * @param codes the other side's error codes; no personal data
     * @param missing the permission that is missing, where that is why
     */
    record Refused<T>(int status, List<String> codes, Optional<String> missing, Optional<String> requestId)
            implements Reply<T> {

        public Refused {
            codes = List.copyOf(codes);
        }

        /** Whether one of the codes is this. */
        public boolean says(String code) {
            return codes.contains(code);
        }

        /** Status, codes and what is missing, for the message of a fault that holds the request's id itself. */
        public String what() {
            String details = Faults.details(codes, missing);
            return details.isEmpty() ? "status " + status : "status " + status + ": " + details;
        }

        /** Status, codes, what is missing and the request's id, for people and the journal. */
        public String reason() {
            return requestId.map(id -> what() + " (remote request " + id + ")").orElseGet(this::what);
        }
    }
}
