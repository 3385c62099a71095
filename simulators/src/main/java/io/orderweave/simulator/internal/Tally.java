package io.orderweave.simulator.internal;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Counts how often each text occurs. */
public final class Tally {

    private Tally() {}

    public static Map<String, Integer> of(Collection<String> texts) {
        Map<String, Integer> counts = new TreeMap<>();
        texts.forEach(text -> counts.merge(text, 1, Integer::sum));
        return counts;
    }
}
