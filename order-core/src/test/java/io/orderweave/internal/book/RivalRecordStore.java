package io.orderweave.internal.book;

import io.orderweave.store.RecordCollection;
import io.orderweave.store.RecordContent;
import io.orderweave.store.RecordKey;
import io.orderweave.store.RecordPage;
import io.orderweave.store.RecordQuery;
import io.orderweave.store.RecordStore;
import io.orderweave.store.StoredRecord;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Records of which somebody else writes one as soon as it has been read. */
record RivalRecordStore(RecordStore records, Runnable rival) implements RecordStore {

    @Override
    public Optional<StoredRecord> get(RecordKey key) {
        Optional<StoredRecord> read = records.get(key);
        rival.run();
        return read;
    }

    @Override
    public List<StoredRecord> getAll(RecordCollection collection, Collection<String> ids) {
        return records.getAll(collection, ids);
    }

    @Override
    public boolean insert(RecordKey key, RecordContent content) {
        return records.insert(key, content);
    }

    @Override
    public boolean update(RecordKey key, long expectedVersion, RecordContent content) {
        return records.update(key, expectedVersion, content);
    }

    @Override
    public boolean delete(RecordKey key, long expectedVersion) {
        return records.delete(key, expectedVersion);
    }

    @Override
    public RecordPage find(RecordQuery query) {
        return records.find(query);
    }

    @Override
    public long count(RecordQuery query) {
        return records.count(query);
    }
}
