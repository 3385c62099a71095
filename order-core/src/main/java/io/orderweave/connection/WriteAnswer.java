package io.orderweave.connection;

import java.time.Duration;
import java.util.Optional;

/** How an outside system answered a write. Faults (network, authorisation, ...) are exceptions instead. */
public sealed interface WriteAnswer {

    /** Done by this call. {@code reference} is the other side's id of the result, where it has one. */
    record Applied(Optional<String> reference) implements WriteAnswer {}

    /** The other side had it already. */
    record AlreadyApplied(Optional<String> reference) implements WriteAnswer {}

    /** Refused for what it says; trying again unchanged is useless. {@code reason} holds no personal data. */
    record Rejected(String reason) implements WriteAnswer {}

    /**
     * Taken, not finished. It is never sent again but looked after by its handle.
     *
     * @param handle opaque, kept before anything else happens
     * @param lookAgainAfter when to ask again
     * @param giveUpAfter from now; later the outcome is in doubt
     */
    record Accepted(String handle, Duration lookAgainAfter, Duration giveUpAfter) implements WriteAnswer {}

    static WriteAnswer applied(String reference) {
        return new Applied(Optional.of(reference));
    }

    static WriteAnswer applied() {
        return new Applied(Optional.empty());
    }

    static WriteAnswer alreadyApplied(String reference) {
        return new AlreadyApplied(Optional.of(reference));
    }
}
