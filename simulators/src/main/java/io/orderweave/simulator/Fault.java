package io.orderweave.simulator;

import java.time.Duration;
import java.util.Map;

/**
 * One way in which an outside system can fail a request; hosts cue it with {@link Faults}. Immutable.
 *
 * <p>What matters to the caller is on which side of the write it happens: before it, nothing is stored; after it, the state
 * is stored (and in the state file) and only the answer is lost or wrong.
 */
public sealed interface Fault {

    /** The connection is closed before anything is processed. */
    record CutBefore() implements Fault {}

    /** The request is processed and stored, then the connection is closed without an answer. */
    record CutAfterWrite() implements Fault {}

    /** This answer is given; when {@code afterWrite}, the request is processed and stored first. */
    record Status(int status, Map<String, String> headers, String body, boolean afterWrite) implements Fault {
        public Status {
            headers = Map.copyOf(headers);
        }
    }

    /** The request is processed and stored at once; its answer is held back for this much real time. */
    record Slow(Duration delay) implements Fault {}

    static Fault cutBefore() {
        return new CutBefore();
    }

    static Fault cutAfterWrite() {
        return new CutAfterWrite();
    }

    /** Answers this instead of processing the request. */
    static Fault status(int status, Map<String, String> headers, String body) {
        return new Status(status, headers, body, false);
    }

    /** Answers this status with an empty body instead of processing the request. */
    static Fault status(int status) {
        return status(status, Map.of(), "");
    }

    /** Processes and stores the request, then answers this instead of the true answer. */
    static Fault statusAfterWrite(int status, Map<String, String> headers, String body) {
        return new Status(status, headers, body, true);
    }

    /**
     * Holds the answer back for this much real time, so that a caller with a shorter timeout never learns that its request
     * was stored. Closing the simulator ends the wait.
     */
    static Fault slow(Duration delay) {
        return new Slow(delay);
    }

    /** Answers what a proxy in front of the real system answers when it is down: 502 and a page for people. */
    static Fault htmlPage() {
        return status(
                502,
                Map.of("Content-Type", "text/html; charset=utf-8"),
                "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>");
    }
}
