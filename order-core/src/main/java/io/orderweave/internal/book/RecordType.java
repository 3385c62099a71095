package io.orderweave.internal.book;

import io.orderweave.internal.json.Upcasts;
import io.orderweave.store.IndexValue;
import io.orderweave.store.RecordCollection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How values of a type lie in a collection.
 *
 * @param upcasts how JSON of older shapes is read
 */
public record RecordType<T>(
        RecordCollection collection,
        Upcasts upcasts,
        Class<T> type,
        Function<T, String> id,
        Function<T, Map<String, List<IndexValue>>> indexes) {

    /** Version of the JSON's present shape. */
    public int schema() {
        return upcasts.schema();
    }

    /** Reads JSON of the present or an older shape. */
    T read(byte[] json, int from) {
        return upcasts.read(json, from, type);
    }
}
