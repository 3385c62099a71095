package io.orderweave.internal.ledger;

import java.util.Optional;

/**
 * What became of an effect that was due.
 *
 * @param performed whether it was a local one and was performed: then the transaction ends here, so that it stays short
 * @param task what is to be done outside of the transaction
 */
record Claim(boolean performed, Optional<Task> task) {

    /** Nothing is to be done with it for now. */
    static final Claim SETTLED = new Claim(false, Optional.empty());

    static final Claim PERFORMED = new Claim(true, Optional.empty());

    static Claim of(Task task) {
        return new Claim(false, Optional.of(task));
    }
}
