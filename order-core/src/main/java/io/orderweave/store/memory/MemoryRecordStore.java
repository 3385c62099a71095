package io.orderweave.store.memory;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.store.RecordCollection;
import io.orderweave.store.RecordContent;
import io.orderweave.store.RecordKey;
import io.orderweave.store.RecordPage;
import io.orderweave.store.RecordQuery;
import io.orderweave.store.RecordStore;
import io.orderweave.store.StoredRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A table for each collection, made when it is first named. */
final class MemoryRecordStore implements RecordStore {

    private final MemoryTransactor transactor;
    private final Map<String, RecordTable> tables = new HashMap<>();

    MemoryRecordStore(MemoryTransactor transactor) {
        this.transactor = transactor;
    }

    @Override
    public Optional<StoredRecord> get(RecordKey key) {
        return transactor.inTransaction(() ->
                Optional.ofNullable(table(key.collection()).get(key.id())).map(MemoryRecordStore::withoutIndexes));
    }

    @Override
    public List<StoredRecord> getAll(RecordCollection collection, Collection<String> ids) {
        return transactor.inTransaction(() -> {
            RecordTable table = table(collection);
            return new HashSet<>(ids)
                    .stream()
                            .map(table::get)
                            .filter(Objects::nonNull)
                            .map(MemoryRecordStore::withoutIndexes)
                            .toList();
        });
    }

    @Override
    public boolean insert(RecordKey key, RecordContent content) {
        key.collection().requireFits(content);
        return transactor.inTransaction(() -> {
            RecordTable table = table(key.collection());
            if (table.get(key.id()) != null
                    || table.takenUnique(key.id(), content).isPresent()) {
                return false;
            }
            replace(table, key.id(), Optional.empty(), Optional.of(new StoredRecord(key, 1, content)));
            return true;
        });
    }

    @Override
    public boolean update(RecordKey key, long expectedVersion, RecordContent content) {
        key.collection().requireFits(content);
        return transactor.inTransaction(() -> {
            RecordTable table = table(key.collection());
            StoredRecord present = table.get(key.id());
            if (present == null || present.version() != expectedVersion) {
                return false;
            }
            table.takenUnique(key.id(), content).ifPresent(field -> {
                throw new OrderweaveException(
                        FaultCategory.INVALID_REQUEST,
                        "cannot save " + key + ": its " + field + " belongs to another record");
            });
            StoredRecord next = new StoredRecord(key, expectedVersion + 1, content);
            replace(table, key.id(), Optional.of(present), Optional.of(next));
            return true;
        });
    }

    @Override
    public boolean delete(RecordKey key, long expectedVersion) {
        return transactor.inTransaction(() -> {
            RecordTable table = table(key.collection());
            StoredRecord present = table.get(key.id());
            if (present == null || present.version() != expectedVersion) {
                return false;
            }
            replace(table, key.id(), Optional.of(present), Optional.empty());
            return true;
        });
    }

    @Override
    public RecordPage find(RecordQuery query) {
        return transactor.inTransaction(() -> {
            RecordPage page = table(query.collection()).find(query);
            return new RecordPage(
                    page.records().stream()
                            .map(MemoryRecordStore::withoutIndexes)
                            .toList(),
                    page.next());
        });
    }

    @Override
    public long count(RecordQuery query) {
        return transactor.inTransaction(() -> table(query.collection()).count(query));
    }

    private void replace(RecordTable table, String id, Optional<StoredRecord> before, Optional<StoredRecord> after) {
        table.replace(id, before, after);
        transactor.onRollback(() -> table.replace(id, after, before));
    }

    /** As every adapter gives records back, so that nobody comes to rely on more. */
    private static StoredRecord withoutIndexes(StoredRecord record) {
        RecordContent content = record.content();
        return new StoredRecord(
                record.key(), record.version(), new RecordContent(content.schema(), content.json(), Map.of()));
    }

    private RecordTable table(RecordCollection collection) {
        return tables.computeIfAbsent(collection.name(), name -> new RecordTable(collection));
    }
}
