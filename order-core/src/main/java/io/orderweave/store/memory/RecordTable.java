package io.orderweave.store.memory;

import io.orderweave.store.IndexField;
import io.orderweave.store.IndexValue;
import io.orderweave.store.RecordCollection;
import io.orderweave.store.RecordContent;
import io.orderweave.store.RecordPage;
import io.orderweave.store.RecordQuery;
import io.orderweave.store.RecordQuery.Filter;
import io.orderweave.store.RecordQuery.Position;
import io.orderweave.store.StoredRecord;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The records of one collection with an index on every declared field. Not thread-safe. */
final class RecordTable {

    private final RecordCollection collection;
    private final Map<String, StoredRecord> records = new HashMap<>();
    private final Map<String, Map<IndexValue, Set<String>>> idsByValue = new HashMap<>();

    RecordTable(RecordCollection collection) {
        this.collection = collection;
    }

    @Nullable
    StoredRecord get(String id) {
        return records.get(id);
    }

    /** The first unique field of which {@code content} has a value that belongs to a record other than {@code id}. */
    Optional<String> takenUnique(String id, RecordContent content) {
        return collection.indexes().stream()
                .filter(IndexField::unique)
                .map(IndexField::name)
                .filter(field -> content.index(field).stream()
                        .anyMatch(value -> ids(field, value).stream().anyMatch(holder -> !holder.equals(id))))
                .findFirst();
    }

    void replace(String id, Optional<StoredRecord> before, Optional<StoredRecord> after) {
        before.ifPresent(record -> record.content()
                .indexes()
                .forEach((field, values) -> values.forEach(
                        value -> idsByField(field).getOrDefault(value, Set.of()).remove(id))));
        after.ifPresentOrElse(record -> records.put(id, record), () -> records.remove(id));
        after.ifPresent(record -> record.content()
                .indexes()
                .forEach((field, values) -> values.forEach(value -> idsByField(field)
                        .computeIfAbsent(value, any -> new HashSet<>())
                        .add(id))));
    }

    RecordPage find(RecordQuery query) {
        PageOrder order = new PageOrder(query.order());
        List<StoredRecord> oneMore = matching(query)
                .filter(record -> query.after()
                        .map(after -> order.compare(order.position(record), after) > 0)
                        .orElse(true))
                .sorted(Comparator.comparing(order::position, order))
                .limit(query.limit() + 1L)
                .toList();
        if (oneMore.size() <= query.limit()) {
            return new RecordPage(oneMore, Optional.empty());
        }
        Position last = order.position(oneMore.get(query.limit() - 1));
        return new RecordPage(oneMore.subList(0, query.limit()), Optional.of(last));
    }

    long count(RecordQuery query) {
        return matching(query).count();
    }

    private Stream<StoredRecord> matching(RecordQuery query) {
        return candidates(query)
                .filter(record -> query.filters().stream().allMatch(filter -> satisfies(filter, record.content())));
    }

    /** By the index of the first filter that has one, else all records. */
    private Stream<StoredRecord> candidates(RecordQuery query) {
        return query.filters().stream()
                .filter(Filter.AnyOf.class::isInstance)
                .map(Filter.AnyOf.class::cast)
                .findFirst()
                .map(filter -> filter.values().stream()
                        .flatMap(value -> ids(filter.field(), value).stream())
                        .distinct()
                        .map(records::get)
                        .filter(Objects::nonNull))
                .orElseGet(() -> records.values().stream());
    }

    private static boolean satisfies(Filter filter, RecordContent content) {
        List<IndexValue> values = content.index(filter.field());
        if (filter instanceof Filter.Range range) {
            return values.stream()
                    .anyMatch(value -> value instanceof IndexValue.Number number
                            && number.value() >= range.from()
                            && number.value() < range.to());
        }
        return filter instanceof Filter.AnyOf anyOf && values.stream().anyMatch(anyOf.values()::contains);
    }

    private Set<String> ids(String field, IndexValue value) {
        return idsByField(field).getOrDefault(value, Set.of());
    }

    private Map<IndexValue, Set<String>> idsByField(String field) {
        return idsByValue.computeIfAbsent(field, any -> new HashMap<>());
    }
}
