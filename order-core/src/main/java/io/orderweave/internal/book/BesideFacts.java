package io.orderweave.internal.book;

import io.orderweave.id.OrderId;
import io.orderweave.order.Order;
import io.orderweave.rule.FieldValue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What one call knows from beside its orders. A rule that asks for what is not known yet sees it as unknown; the run is then abandoned,
 * {@link #fetch} gets everything asked for with no transaction open, and the call runs again. Belongs to one thread.
 */
final class BesideFacts {

    /** Each further one is for a rule that the facts of the one before led to. */
    private static final int MOST_FETCHES = 10;

    private final FactReaders readers;
    private final Map<OrderId, Map<String, FieldValue>> known = new HashMap<>();
    private final Map<OrderId, Asked> asked = new LinkedHashMap<>();
    private int fetches;

    BesideFacts(FactReaders readers) {
        this.readers = readers;
    }

    /** What an order was when rules asked. */
    private record Asked(Order order, Set<String> fields) {}

    /** Within a transaction of the host's, where nothing can be fetched. */
    static BesideFacts none() {
        return new BesideFacts(FactReaders.NONE);
    }

    /** What is known of the order, by field. */
    Map<String, FieldValue> of(OrderId order) {
        return known.getOrDefault(order, Map.of());
    }

    /** A rule asks for what is not known of the order. */
    void ask(Order order, String field) {
        if (fetches < MOST_FETCHES && readers.supply(field)) {
            Asked before = asked.get(order.id());
            Set<String> fields = before == null ? new LinkedHashSet<>() : before.fields();
            fields.add(field);
            asked.put(order.id(), new Asked(order, fields));
        }
    }

    /** Whether something was asked for that can be fetched: what happens from then on is void. */
    boolean areAskedFor() {
        return !asked.isEmpty();
    }

    /** Fetches all that was asked for. */
    void fetch() {
        fetches++;
        asked.forEach((id, wanted) -> {
            Map<String, FieldValue> values = new HashMap<>(of(id));
            wanted.fields().forEach(field -> values.put(field, readers.read(field, wanted.order())));
            known.put(id, Map.copyOf(values));
        });
        asked.clear();
    }
}
