package io.orderweave.tck;

import io.orderweave.store.IndexValue;
import io.orderweave.store.RecordContent;
import io.orderweave.store.RecordQuery;
import io.orderweave.store.RecordQuery.Filter;
import io.orderweave.store.RecordQuery.Order;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Random records and queries from a seed, and what a plain list answers to them. Values are few, so that many meet. */
final class RandomSearches {

    private static final List<String> TEXTS = List.of("new", "New", "new ", "", "\uE000", "😀");
    private static final List<String> FILTER_FIELDS =
            List.of(TestRecord.TEXT, TestRecord.OTHER_TEXT, TestRecord.NUMBER, TestRecord.MULTIPLE);
    private static final List<String> ORDER_FIELDS = List.of(TestRecord.TEXT, TestRecord.NUMBER);

    /** UTF-8 bytes, compared without sign, sort as code points do. */
    private static final Comparator<String> BY_CODE_POINT =
            Comparator.comparing(text -> text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final Random random;
    private final Map<String, TestRecord> records = new TreeMap<>();

    RandomSearches(long seed) {
        random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            records.put("r" + random.nextInt(1_000_000), record());
        }
    }

    Map<String, TestRecord> records() {
        return records;
    }

    RecordQuery query() {
        RecordQuery query = RecordQuery.all(TestRecord.COLLECTION).limit(1 + random.nextInt(60));
        for (int filters = random.nextInt(4); filters > 0; filters--) {
            query = query.with(filter());
        }
        return random.nextInt(3) == 0 ? query : query.orderedBy(any(ORDER_FIELDS), random.nextBoolean());
    }

    /** Ids of all records the query finds, page after page. */
    List<String> expected(RecordQuery query) {
        return records.entrySet().stream()
                .filter(entry -> query.filters().stream()
                        .allMatch(filter -> holds(filter, entry.getValue().build())))
                .sorted(order(query.order()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Comparator<Map.Entry<String, TestRecord>> order(Optional<Order> order) {
        Comparator<Map.Entry<String, TestRecord>> byId = Map.Entry.comparingByKey(BY_CODE_POINT);
        if (order.isEmpty()) {
            return byId;
        }
        String field = order.get().field();
        Comparator<IndexValue> ascending = RandomSearches::compare;
        Comparator<IndexValue> byValue = order.get().descending() ? ascending.reversed() : ascending;
        return Comparator.comparing(
                        (Map.Entry<String, TestRecord> entry) ->
                                entry.getValue().build().index(field),
                        (left, right) -> left.isEmpty() || right.isEmpty()
                                ? Boolean.compare(left.isEmpty(), right.isEmpty())
                                : byValue.compare(left.get(0), right.get(0)))
                .thenComparing(byId);
    }

    private static int compare(IndexValue left, IndexValue right) {
        return left instanceof IndexValue.Number a && right instanceof IndexValue.Number b
                ? Long.compare(a.value(), b.value())
                : BY_CODE_POINT.compare(((IndexValue.Text) left).value(), ((IndexValue.Text) right).value());
    }

    private static boolean holds(Filter filter, RecordContent content) {
        return content.index(filter.field()).stream().anyMatch(value -> holds(filter, value));
    }

    private static boolean holds(Filter filter, IndexValue value) {
        if (filter instanceof Filter.Range range) {
            long number = ((IndexValue.Number) value).value();
            return range.from() <= number && number < range.to();
        }
        return ((Filter.AnyOf) filter).values().contains(value);
    }

    private TestRecord record() {
        TestRecord record = TestRecord.of("{}");
        if (random.nextInt(4) > 0) {
            record.text(any(TEXTS));
        }
        if (random.nextInt(4) > 0) {
            record.otherText(any(TEXTS));
        }
        if (random.nextInt(4) > 0) {
            record.number(random.nextInt(10) - 5L);
        }
        return record.multiple(random.ints(random.nextInt(4), 0, TEXTS.size())
                .mapToObj(TEXTS::get)
                .toArray(String[]::new));
    }

    private Filter filter() {
        String field = any(FILTER_FIELDS);
        if (field.equals(TestRecord.NUMBER) && random.nextBoolean()) {
            long from = random.nextInt(12) - 6L;
            return new Filter.Range(field, from, from + random.nextInt(6));
        }
        List<IndexValue> values = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            values.add(
                    field.equals(TestRecord.NUMBER)
                            ? IndexValue.of(random.nextInt(12) - 6L)
                            : IndexValue.of(any(TEXTS)));
        }
        return new Filter.AnyOf(field, values);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
