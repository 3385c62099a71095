package io.orderweave.tck;

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

/** Answers as {@code right} does; a wrong adapter overrides the one thing it does wrong. */
abstract class ForwardingRecordStore implements RecordStore {

    private final RecordStore right;

    ForwardingRecordStore(RecordStore right) {
        this.right = right;
    }

    @Override
    public Optional<StoredRecord> get(RecordKey key) {
        return right.get(key);
    }

    @Override
    public List<StoredRecord> getAll(RecordCollection collection, Collection<String> ids) {
        return right.getAll(collection, ids);
    }

    @Override
    public boolean insert(RecordKey key, RecordContent content) {
        return right.insert(key, content);
    }

    @Override
    public boolean update(RecordKey key, long expectedVersion, RecordContent content) {
        return right.update(key, expectedVersion, content);
    }

    @Override
    public boolean delete(RecordKey key, long expectedVersion) {
        return right.delete(key, expectedVersion);
    }

    @Override
    public RecordPage find(RecordQuery query) {
        return right.find(query);
    }

    @Override
    public long count(RecordQuery query) {
        return right.count(query);
    }
}
