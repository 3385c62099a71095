package io.orderweave.tck;

import io.orderweave.store.SeriesStore;
import java.util.OptionalLong;

/** Answers as {@code right} does; a wrong adapter overrides the one thing it does wrong. */
abstract class ForwardingSeriesStore implements SeriesStore {

    private final SeriesStore right;

    ForwardingSeriesStore(SeriesStore right) {
        this.right = right;
    }

    @Override
    public long next(String counter, long first) {
        return right.next(counter, first);
    }

    @Override
    public OptionalLong last(String counter) {
        return right.last(counter);
    }

    @Override
    public void raiseTo(String counter, long number) {
        right.raiseTo(counter, number);
    }
}
