package io.orderweave.store;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a record holds. Stores keep the bytes as they are and never look into them.
 *
 * @param schema version of the JSON's shape; kept and given back unchanged
 * @param json UTF-8 JSON; the array is handed over and must not be changed afterwards
 * @param indexes values by index field name; a field that is absent or empty has no value
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed over, never compared
public record RecordContent(int schema, byte[] json, Map<String, List<IndexValue>> indexes) {

    public RecordContent {
        Map<String, List<IndexValue>> copy = new TreeMap<>();
        indexes.forEach((field, values) -> copy.put(field, List.copyOf(values)));
        indexes = java.util.Collections.unmodifiableMap(copy);
    }

    /** Values of {@code field}, none when it has none. */
    public List<IndexValue> index(String field) {
        return indexes.getOrDefault(field, List.of());
    }

    /** Without the content, which may hold personal data. */
    @Override
    public String toString() {
        return "RecordContent[schema=" + schema + ", " + json.length + " bytes]";
    }
}
