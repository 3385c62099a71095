package io.orderweave.internal.explain;

import io.orderweave.id.OrderId;
import io.orderweave.store.RecordPage;
import io.orderweave.store.RecordQuery;
import io.orderweave.store.RecordStore;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The ids that queries find, one page after the other. */
final class OrderIds implements Iterator<OrderId> {

    private final RecordStore store;
    private final Deque<RecordQuery> queries;
    private final Deque<OrderId> page = new ArrayDeque<>();

    OrderIds(RecordStore store, List<RecordQuery> queries) {
        this.store = store;
        this.queries = new ArrayDeque<>(queries);
    }

    @Override
    public boolean hasNext() {
        while (page.isEmpty() && !queries.isEmpty()) {
            RecordQuery query = queries.remove();
            RecordPage found = store.find(query);
            found.records().forEach(record -> page.add(new OrderId(record.key().id())));
            Optional<RecordQuery.Position> next = found.next();
            next.ifPresent(position -> queries.addFirst(query.after(position)));
        }
        return !page.isEmpty();
    }

    @Override
    public OrderId next() {
        if (!hasNext()) {
            throw new NoSuchElementException("there are no more orders");
        }
        return page.remove();
    }
}
