package io.orderweave.store;

import java.util.OptionalLong;

/** Counts number series without gap or duplicate. Implemented by persistence adapters; thread-safe. */
public interface SeriesStore {

    /**
     * The next number of the counter: {@code first} when it was never used, else the last plus one. Must be called in a
     * transaction; a rollback gives the number back, and a concurrent caller waits until this transaction ends.
     *
     * @param counter series and period, for example {@code seller-1/invoice/2026}
     */
    long next(String counter, long first);

    /** The last number spent. */
    OptionalLong last(String counter);

    /** Makes the last number at least {@code number}; never lowers it. */
    void raiseTo(String counter, long number);
}
