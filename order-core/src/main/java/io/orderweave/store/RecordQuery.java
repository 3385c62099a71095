package io.orderweave.store;

import java.util.List;
import java.util.Optional;

/**
 * A search in one collection: every filter must hold.
 *
 * @param order by which declared SINGLE field the page is ordered; ties, and records without a value (which come last in both
 *     directions), by id ascending; empty orders by id alone
 * @param after continue behind this position of an earlier page of the same query
 * @param limit at most this many records, 1 to 10,000; not used by {@link RecordStore#count}
 */
public record RecordQuery(
        RecordCollection collection, List<Filter> filters, Optional<Order> order, Optional<Position> after, int limit) {

    /** A condition on one declared field; on a MULTIPLE field it holds when any of its values satisfies it. */
    public sealed interface Filter {

        String field();

        /** The field has one of these values. */
        record AnyOf(String field, List<IndexValue> values) implements Filter {

            public AnyOf {
                values = List.copyOf(values);
            }
        }

        /** The number is at least {@code from} and below {@code to}. */
        record Range(String field, long from, long to) implements Filter {}
    }

    /** Direction of the page. */
    public record Order(String field, boolean descending) {}

    /**
     * Where a page ended.
     *
     * @param value the order field's value of the last record, empty when it had none or the query has no order
     */
    public record Position(Optional<IndexValue> value, String id) {}

    public RecordQuery {
        filters = List.copyOf(filters);
        filters.forEach(filter -> requireFits(collection, filter));
        order.ifPresent(by -> {
            if (collection.index(by.field()).cardinality() == IndexField.Cardinality.MULTIPLE) {
                throw new IllegalArgumentException(
                        "cannot order " + collection + " by the multiple field " + by.field());
            }
        });
        if (limit < 1 || limit > 10_000) {
            throw new IllegalArgumentException("limit must be 1 to 10,000: " + limit);
        }
    }

    private static void requireFits(RecordCollection collection, Filter filter) {
        IndexField field = collection.index(filter.field());
        if (filter instanceof Filter.AnyOf anyOf) {
            anyOf.values().forEach(value -> field.requireFits(collection, value));
        } else if (field.type() != IndexField.Type.NUMBER) {
            throw new IllegalArgumentException("only numbers have a range, not " + collection + "." + field.name());
        }
    }

    /** Every record of the collection, by id, at most 1,000. */
    public static RecordQuery all(RecordCollection collection) {
        return new RecordQuery(collection, List.of(), Optional.empty(), Optional.empty(), 1_000);
    }

    /** With one more filter: {@code field} has one of {@code values}. */
    public RecordQuery where(String field, IndexValue... values) {
        return with(new Filter.AnyOf(field, List.of(values)));
    }

    public RecordQuery where(String field, String value) {
        return where(field, IndexValue.of(value));
    }

    public RecordQuery with(Filter filter) {
        List<Filter> more = new java.util.ArrayList<>(filters);
        more.add(filter);
        return new RecordQuery(collection, more, order, after, limit);
    }

    public RecordQuery orderedBy(String field, boolean descending) {
        return new RecordQuery(collection, filters, Optional.of(new Order(field, descending)), after, limit);
    }

    public RecordQuery after(Position position) {
        return new RecordQuery(collection, filters, order, Optional.of(position), limit);
    }

    public RecordQuery limit(int most) {
        return new RecordQuery(collection, filters, order, after, most);
    }
}
