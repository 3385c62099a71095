package io.orderweave.store;

/**
 * Identity of a record.
 *
 * @param id at most 200 characters, compared by code point
 */
public record RecordKey(RecordCollection collection, String id) {

    public RecordKey {
        if (id.isBlank() || id.length() > 200) {
            throw new IllegalArgumentException("record id must be 1 to 200 characters, not " + id.length());
        }
    }

    @Override
    public String toString() {
        return collection.name() + "/" + id;
    }
}
