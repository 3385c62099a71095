package io.orderweave.jdbc;

import io.orderweave.store.IndexValue;
import io.orderweave.store.RecordCollections;
import io.orderweave.store.RecordContent;
import io.orderweave.store.RecordKey;
import io.orderweave.store.Stores;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What the tests keep, and the time at which they do. */
final class TestBook {

    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final RecordKey ORDER = order("order-1");

    private TestBook() {}

    static RecordKey order(String id) {
        return new RecordKey(RecordCollections.ORDERS, id);
    }

    static RecordContent content() {
        return content(Map.of());
    }

    static RecordContent content(Map<String, List<IndexValue>> indexes) {
        return new RecordContent(1, "{}".getBytes(StandardCharsets.UTF_8), indexes);
    }

    static void insert(Stores stores, RecordKey key) {
        if (!stores.records().insert(key, content())) {
            throw new AssertionError(key + " exists already");
        }
    }

    static boolean has(Stores stores, RecordKey key) {
        return stores.records().get(key).isPresent();
    }
}
