package io.orderweave.store;

import java.util.OptionalLong;

/** Counts number series without gap or duplicate. Implemented by persistence adapters; thread-safe. */
public interface SeriesStore {

    /**
     * The next number of the counter: {@code first} when it was never used, else the last plus one. Must be called in a
     * transaction; a rollback gives the number back, and a concurrent caller waits until this transaction ends.
     *
     * @param counter series and period, for example {@code seller-1/invoice/2026}
     * @throws io.orderweave.error.OrderweaveException (INVALID_REQUEST) outside a transaction
     */
    long next(String counter, long first);

    /** The last number spent, or the one it was raised to. */
    OptionalLong last(String counter);

    /** Makes the last number at least {@code number}; never lowers it. A counter that was never used counts as used then. */
    void raiseTo(String counter, long number);
}
