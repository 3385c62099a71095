package io.orderweave.couriers.internal;

import java.util.ArrayList;
import java.util.List;

/** Collects what a courier would refuse, so that a person sees every fault at once. For one thread. */
public final class Refusals {

    private final List<String> reasons = new ArrayList<>();

    /** Notes a reason: a field and what was expected of it, never its value. */
    public void add(String reason) {
        reasons.add(reason);
    }

    /** Notes the reason unless the condition holds. */
    public void unless(boolean condition, String reason) {
        if (!condition) {
            reasons.add(reason);
        }
    }

    /** The body, if nothing was noted. */
    public <T> Checked<T> orReady(T body) {
        return reasons.isEmpty() ? new Checked.Ready<>(body) : new Checked.Refused<>(reasons);
    }
}
