package io.orderweave.connection;

import java.util.Optional;

/** What an outside system says when asked whether it has a write whose answer was lost. */
public sealed interface Lookup {

    /** It has it. {@code reference} as in {@link WriteAnswer.Applied}. */
    record Found(Optional<String> reference) implements Lookup {}

    /** It has begun it; to be looked after by this handle, as {@link WriteAnswer.Accepted}. */
    record Underway(String handle) implements Lookup {}

    /** It does not have it. Believed only after the connector's settle time. */
    record Absent() implements Lookup {}

    static Lookup found(String reference) {
        return new Found(Optional.of(reference));
    }

    static Lookup absent() {
        return new Absent();
    }
}
