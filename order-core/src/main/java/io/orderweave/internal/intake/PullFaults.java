package io.orderweave.internal.intake;

import io.orderweave.error.OrderweaveException;

/** What a fault while saving means for a pull. */
final class PullFaults {

    private PullFaults() {}

    /** Faults of the store, the network or the authorisation: no order is to blame. */
    static boolean stops(RuntimeException fault) {
        return fault instanceof OrderweaveException known
                && switch (known.category()) {
                    case TRANSIENT, AUTHORISATION, RATE_LIMITED, STALE_VERSION, NEWER_SCHEMA, INVALID_CONFIGURATION ->
                        true;
                    case INVALID_REQUEST, NOT_FOUND, FORBIDDEN, REJECTED, CONTRACT, INTERNAL -> false;
                };
    }
}
