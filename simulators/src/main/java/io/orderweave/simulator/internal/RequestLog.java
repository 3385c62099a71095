package io.orderweave.simulator.internal;

import io.orderweave.simulator.RecordedRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The latest requests and how many came per operation. Thread-safe. */
final class RequestLog {

    private static final int KEPT = 10_000;

    private final Deque<RecordedRequest> latest = new ArrayDeque<>();
    private final Map<String, Integer> byOperation = new TreeMap<>();

    synchronized void add(RecordedRequest request) {
        if (latest.size() == KEPT) {
            latest.removeFirst();
        }
        latest.addLast(request);
        byOperation.merge(request.operation(), 1, Integer::sum);
    }

    synchronized List<RecordedRequest> latest() {
        return List.copyOf(latest);
    }

    synchronized Map<String, Integer> byOperation() {
        return Map.copyOf(byOperation);
    }
}
