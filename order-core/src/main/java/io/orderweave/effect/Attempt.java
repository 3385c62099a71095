package io.orderweave.effect;

import java.time.Instant;
import java.util.Optional;

/**
 * One attempt to do an effect, or to find out about it.
 *
 * @param node which node tried
 * @param outcome how it went
 * @param detail for people; no personal data
 * @param remoteRequestId the other side's id of the request
 */
public record Attempt(Instant at, String node, Outcome outcome, String detail, Optional<String> remoteRequestId) {

    /** How an attempt went. */
    public enum Outcome {
        DONE,
        ACCEPTED,
        REJECTED,
        /** Refused before anything happened; will be tried again. */
        PUT_OFF,
        /** Nobody knows. */
        IN_DOUBT,
        FOUND,
        NOT_FOUND,
        /** The answer is stored, its meaning for the order could not be saved; will be tried again. */
        FOLD_FAILED
    }
}
