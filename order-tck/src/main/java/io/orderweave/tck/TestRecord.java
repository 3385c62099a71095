package io.orderweave.tck;

import io.orderweave.store.IndexValue;
import io.orderweave.store.RecordCollection;
import io.orderweave.store.RecordCollections;
import io.orderweave.store.RecordContent;
import io.orderweave.store.RecordKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Records the tests keep: orders, because that collection has a field of every kind. Adapters need only know the real
 * collections, so the kit makes up none.
 */
final class TestRecord {

    static final RecordCollection COLLECTION = RecordCollections.ORDERS;
    static final RecordCollection OTHER_COLLECTION = RecordCollections.PAYMENTS;
    static final String UNIQUE = "external_ref";
    static final String TEXT = "status";
    static final String OTHER_TEXT = "connection";
    static final String NUMBER = "placed_at";
    static final String MULTIPLE = "tags";

    private final byte[] json;
    private final Map<String, List<IndexValue>> indexes = new TreeMap<>();

    private TestRecord(byte[] json) {
        this.json = json;
    }

    static RecordKey key(String id) {
        return new RecordKey(COLLECTION, id);
    }

    /** Content without index values. */
    static RecordContent content(String json) {
        return of(json).build();
    }

    static TestRecord of(String json) {
        return new TestRecord(json.getBytes(StandardCharsets.UTF_8));
    }

    static TestRecord of(byte[] json) {
        return new TestRecord(json);
    }

    TestRecord unique(String value) {
        return put(UNIQUE, IndexValue.of(value));
    }

    TestRecord text(String value) {
        return put(TEXT, IndexValue.of(value));
    }

    TestRecord otherText(String value) {
        return put(OTHER_TEXT, IndexValue.of(value));
    }

    TestRecord number(long value) {
        return put(NUMBER, IndexValue.of(value));
    }

    TestRecord moment(Instant value) {
        return put(NUMBER, IndexValue.of(value));
    }

    TestRecord multiple(String... values) {
        indexes.put(
                MULTIPLE,
                Arrays.stream(values).map(value -> IndexValue.of(value)).toList());
        return this;
    }

    RecordContent build() {
        return new RecordContent(1, json, indexes);
    }

    private TestRecord put(String field, IndexValue value) {
        indexes.put(field, List.of(value));
        return this;
    }
}
