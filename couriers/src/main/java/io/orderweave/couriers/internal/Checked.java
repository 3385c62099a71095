package io.orderweave.couriers.internal;

import java.util.List;

/** A request in the courier's words, or the reasons why the courier would refuse it. */
public sealed interface Checked<T> {

    /** Fit to be sent. */
    record Ready<T>(T body) implements Checked<T> {}

    /** Not worth sending; each reason names a field and what was expected, never the value. */
    record Refused<T>(List<String> reasons) implements Checked<T> {

        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
