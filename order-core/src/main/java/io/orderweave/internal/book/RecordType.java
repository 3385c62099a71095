package io.orderweave.internal.book;

import io.orderweave.store.IndexValue;
import io.orderweave.store.RecordCollection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How values of a type lie in a collection.
 *
 * @param schema version of the JSON's shape; raised together with an upcaster for the older one
 */
public record RecordType<T>(
        RecordCollection collection,
        int schema,
        Class<T> type,
        Function<T, String> id,
        Function<T, Map<String, List<IndexValue>>> indexes) {}
