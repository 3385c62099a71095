package io.orderweave.store;

/**
 * A record as it lies in the store.
 *
 * @param version 1 after the insert, one more after each update
 */
public record StoredRecord(RecordKey key, long version, RecordContent content) {}
