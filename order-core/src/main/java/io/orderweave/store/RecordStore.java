package io.orderweave.store;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps versioned records and finds them by declared index values. Implemented by persistence adapters; thread-safe.
 *
 * <p>Index values serve finding and are not given back: the content of a record that was read has none.
 */
public interface RecordStore {

    /** The record, or empty when there is none. Reads the transaction's own writes. */
    Optional<StoredRecord> get(RecordKey key);

    /** The records that exist among {@code ids}, in any order. In as few round trips as the database allows. */
    List<StoredRecord> getAll(RecordCollection collection, Collection<String> ids);

    /**
     * Inserts the record with version 1.
     *
     * @return false, and nothing is written, when the id or a value of a unique index is taken; atomic, so that of two
     *     concurrent inserts exactly one returns true
     * @throws IllegalArgumentException when an index value does not fit its {@link IndexField}
     */
    boolean insert(RecordKey key, RecordContent content);

    /**
     * Inserts the records as {@link #insert} does one after the other, in the map's order, in as few round trips as the database
     * allows. Callers have a transaction open, by which a fault takes back what was written before it.
     *
     * @return the keys that were refused; every other record is written
     * @throws IllegalArgumentException when an index value does not fit its {@link IndexField}
     */
    default Set<RecordKey> insertAll(Map<RecordKey, RecordContent> contents) {
        Set<RecordKey> refused = new LinkedHashSet<>();
        contents.forEach((key, content) -> {
            if (!insert(key, content)) {
                refused.add(key);
            }
        });
        return refused;
    }

    /**
     * Replaces the content and index values when the version still is {@code expectedVersion}; the version becomes one more.
     *
     * @return false, and nothing is written, when the record is absent or has another version
     * @throws io.orderweave.error.OrderweaveException (INVALID_REQUEST) when a unique index value belongs to another record
     * @throws IllegalArgumentException when an index value does not fit its {@link IndexField}
     */
    boolean update(RecordKey key, long expectedVersion, RecordContent content);

    /**
     * Replaces records as {@link #update} does one after the other, each where its version still is the one that {@code records}
     * says, in as few round trips as the database allows. Callers have a transaction open, by which a fault takes back what was
     * written before it.
     *
     * @return the keys that were refused; every other record is replaced
     * @throws io.orderweave.error.OrderweaveException (INVALID_REQUEST) when a unique index value belongs to another record
     * @throws IllegalArgumentException when an index value does not fit its {@link IndexField}
     */
    default Set<RecordKey> updateAll(List<StoredRecord> records) {
        Set<RecordKey> refused = new LinkedHashSet<>();
        for (StoredRecord record : records) {
            if (!update(record.key(), record.version(), record.content())) {
                refused.add(record.key());
            }
        }
        return refused;
    }

    /**
     * Deletes the record when the version still is {@code expectedVersion}.
     *
     * @return false, and nothing is deleted, when the record is absent or has another version
     */
    boolean delete(RecordKey key, long expectedVersion);

    /** One page of the records that satisfy every filter of the query, in its order. */
    RecordPage find(RecordQuery query);

    /** How many records satisfy every filter of the query, whatever its limit and position. */
    long count(RecordQuery query);
}
