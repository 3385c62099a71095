package io.orderweave.internal.intake;

import io.orderweave.error.OrderweaveException;
import io.orderweave.internal.book.ListenerFault;

/** What a fault while saving means for a pull: whether it stops it, and what of it may be shown. */
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

    /** Of foreign exceptions only the kind is known to hold no personal data. */
    static String describe(RuntimeException fault) {
        return OrderweaveException.in(fault)
                .map(known -> known.category() + ": " + known.getMessage())
                .orElseGet(() -> fault instanceof ListenerFault listener
                        ? "a listener failed with "
                                + listener.thrown().getClass().getName()
                        : fault.getClass().getName());
    }
}
