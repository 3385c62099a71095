package io.orderweave.store.memory;

import io.orderweave.store.IndexValue;
import io.orderweave.store.RecordQuery.Order;
import io.orderweave.store.RecordQuery.Position;
import io.orderweave.store.StoredRecord;
import java.util.Comparator;
import java.util.Optional;

/** The order of a page: by one field, records without a value last in both directions, then by id. */
final class PageOrder implements Comparator<Position> {

    private final Optional<Order> order;

    PageOrder(Optional<Order> order) {
        this.order = order;
    }

    Position position(StoredRecord record) {
        Optional<IndexValue> value =
                order.flatMap(by -> record.content().index(by.field()).stream().findFirst());
        return new Position(value, record.key().id());
    }

    @Override
    public int compare(Position left, Position right) {
        int byValue = compareValues(left.value(), right.value());
        return byValue != 0 ? byValue : CodePoints.ORDER.compare(left.id(), right.id());
    }

    private int compareValues(Optional<IndexValue> left, Optional<IndexValue> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Boolean.compare(left.isEmpty(), right.isEmpty());
        }
        int ascending = compareValues(left.get(), right.get());
        return order.isPresent() && order.get().descending() ? -ascending : ascending;
    }

    private static int compareValues(IndexValue left, IndexValue right) {
        if (left instanceof IndexValue.Number a && right instanceof IndexValue.Number b) {
            return Long.compare(a.value(), b.value());
        }
        if (left instanceof IndexValue.Text a && right instanceof IndexValue.Text b) {
            return CodePoints.ORDER.compare(a.value(), b.value());
        }
        throw new IllegalArgumentException("a field holds text or numbers, not both");
    }
}
