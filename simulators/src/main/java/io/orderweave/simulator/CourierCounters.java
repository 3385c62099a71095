package io.orderweave.simulator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a simulated courier has stored, counted at one moment by the shop's own reference: the judge of "exactly once". It
 * survives a restart on the same state file. Immutable.
 *
 * @param live how many shipments that are not cancelled have this reference
 * @param cancelled how many were cancelled
 * @param labels how often a label was served for it
 * @param cashOnDelivery what is to be collected for its live shipments together, in the currency they were sent in
 */
public record CourierCounters(
        Map<String, Integer> live,
        Map<String, Integer> cancelled,
        Map<String, Integer> labels,
        Map<String, BigDecimal> cashOnDelivery) {

    public CourierCounters {
        live = Map.copyOf(live);
        cancelled = Map.copyOf(cancelled);
        labels = Map.copyOf(labels);
        cashOnDelivery = Map.copyOf(cashOnDelivery);
    }

    /** How many live shipments there are, duplicates counted. */
    public int shipments() {
        return live.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** References with more than one live shipment, a sentence each; empty when all happened at most once. */
    public List<String> duplicates() {
        return new TreeMap<>(live)
                .entrySet().stream()
                        .filter(entry -> entry.getValue() > 1)
                        .map(entry -> entry.getKey() + " has " + entry.getValue() + " live shipments")
                        .toList();
    }
}
