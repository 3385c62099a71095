package io.orderweave.simulator.internal;

import io.orderweave.simulator.CourierCounters;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Adds up a courier's shipments to {@link CourierCounters}. */
public final class CourierTally {

    private final Map<String, Integer> live = new TreeMap<>();
    private final Map<String, Integer> cancelled = new TreeMap<>();
    private final Map<String, Integer> labels = new TreeMap<>();
    private final Map<String, BigDecimal> cashOnDelivery = new TreeMap<>();

    /** Adds one shipment; a zero amount to collect is none. */
    public void add(String reference, boolean isCancelled, int labelsServed, BigDecimal toCollect) {
        (isCancelled ? cancelled : live).merge(reference, 1, Integer::sum);
        if (labelsServed > 0) {
            labels.merge(reference, labelsServed, Integer::sum);
        }
        if (!isCancelled && toCollect.signum() > 0) {
            cashOnDelivery.merge(reference, toCollect, BigDecimal::add);
        }
    }

    public CourierCounters counters() {
        return new CourierCounters(live, cancelled, labels, cashOnDelivery);
    }
}
