package io.orderweave.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A kind of record and the index fields by which it can be found. SQL stores give each collection a table.
 *
 * @param name lower-case letters and underscores; a table name in SQL stores
 * @param indexes the declared fields; names are unique
 */
public record RecordCollection(String name, List<IndexField> indexes) {

    public RecordCollection {
        if (!name.matches("[a-z][a-z_]{0,30}")) {
            throw new IllegalArgumentException("collection name must be lower-case letters and underscores: " + name);
        }
        indexes = List.copyOf(indexes);
        Set<String> names = new HashSet<>();
        for (IndexField field : indexes) {
            if (!names.add(field.name())) {
                throw new IllegalArgumentException(
                        "collection " + name + " declares index field " + field.name() + " twice");
            }
        }
    }

    public static RecordCollection of(String name, IndexField... indexes) {
        return new RecordCollection(name, List.of(indexes));
    }

    /** The declared field of that name. */
    public IndexField index(String field) {
        for (IndexField index : indexes) {
            if (index.name().equals(field)) {
                return index;
            }
        }
        throw new IllegalArgumentException("collection " + name + " has no index field " + field);
    }

    /**
     * Refuses index values that do not fit the declaration. Adapters call it before they write, so that a mistake shows the
     * same way in every store.
     *
     * @throws IllegalArgumentException naming the field, never the value
     */
    public void requireFits(RecordContent content) {
        content.indexes().forEach((field, values) -> index(field).requireFits(this, values));
    }

    @Override
    public String toString() {
        return name;
    }
}
