package io.orderweave.internal.book;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.error.StaleVersionException;
import io.orderweave.internal.json.Json;
import io.orderweave.store.RecordContent;
import io.orderweave.store.RecordKey;
import io.orderweave.store.RecordPage;
import io.orderweave.store.RecordQuery;
import io.orderweave.store.RecordStore;
import io.orderweave.store.StoredRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Values of one type in the record store. */
public final class Repository<T> {

    private final RecordStore store;
    private final RecordType<T> type;

    public Repository(RecordStore store, RecordType<T> type) {
        this.store = store;
        this.type = type;
    }

    public Optional<T> find(String id) {
        return findVersioned(id).map(Versioned::value);
    }

    public Optional<Versioned<T>> findVersioned(String id) {
        return store.get(key(id)).map(this::versioned);
    }

    /** Those that exist among {@code ids}, in any order. */
    public List<Versioned<T>> findAll(Collection<String> ids) {
        return store.getAll(type.collection(), ids).stream()
                .map(this::versioned)
                .toList();
    }

    /** The first page of the query. */
    public List<Versioned<T>> findVersioned(RecordQuery query) {
        return store.find(query).records().stream().map(this::versioned).toList();
    }

    /** A query over this type's collection, to be narrowed. */
    public RecordQuery query() {
        return RecordQuery.all(type.collection());
    }

    public List<T> find(RecordQuery query) {
        return page(query).values();
    }

    public Page<T> page(RecordQuery query) {
        RecordPage page = store.find(query);
        return new Page<>(
                page.records().stream().map(record -> versioned(record).value()).toList(), page.next());
    }

    /** Every value of the query, whatever its limit: page by page, as they are when their page is read. */
    public List<Versioned<T>> all(RecordQuery query) {
        List<Versioned<T>> all = new ArrayList<>();
        Optional<RecordQuery.Position> next = Optional.empty();
        do {
            RecordPage page = store.find(next.map(query::after).orElse(query));
            page.records().forEach(record -> all.add(versioned(record)));
            next = page.next();
        } while (next.isPresent());
        return all;
    }

    public long count(RecordQuery query) {
        return store.count(query);
    }

    /** False when the id or a unique index value is taken. */
    public boolean insert(T value) {
        return store.insert(key(type.id().apply(value)), content(value));
    }

    /** Inserts the values; returns the ids of those whose id or unique index value is taken, which are not. */
    public Set<String> insertAll(Collection<T> values) {
        if (values.isEmpty()) {
            return Set.of();
        }
        Map<RecordKey, RecordContent> contents = new LinkedHashMap<>();
        values.forEach(value -> contents.put(key(type.id().apply(value)), content(value)));
        return store.insertAll(contents).stream().map(RecordKey::id).collect(Collectors.toSet());
    }

    /** Inserts values whose ids nobody else can have. */
    public void insertAllNew(Collection<T> values) {
        insertAll(values).stream().findFirst().ifPresent(this::refuse);
    }

    /** Inserts a value whose id nobody else can have. */
    public void insertNew(T value) {
        if (!insert(value)) {
            refuse(type.id().apply(value));
        }
    }

    /** Inserts a value that was looked for and not found; whoever saved it since was faster, and the change is to be repeated. */
    public void insertAbsent(T value) {
        if (!insert(value)) {
            throw new StaleVersionException(key(type.id().apply(value)).toString());
        }
    }

    /** As {@link #insertAbsent}, for values that were looked for together. */
    public void insertAllAbsent(Collection<T> values) {
        insertAll(values).stream().findFirst().ifPresent(taken -> {
            throw new StaleVersionException(key(taken).toString());
        });
    }

    private void refuse(String id) {
        throw new OrderweaveException(FaultCategory.INTERNAL, type.collection() + "/" + id + " exists already");
    }

    /** Saves a value read as {@code version}. */
    public void update(T value, long version) {
        RecordKey key = key(type.id().apply(value));
        if (!store.update(key, version, content(value))) {
            throw new StaleVersionException(key.toString());
        }
    }

    /** Saves values, each read as the version that it comes with. */
    public void updateAll(Collection<Versioned<T>> values) {
        if (values.isEmpty()) {
            return;
        }
        List<StoredRecord> records = values.stream()
                .map(value ->
                        new StoredRecord(key(type.id().apply(value.value())), value.version(), content(value.value())))
                .toList();
        store.updateAll(records).stream().findFirst().ifPresent(key -> {
            throw new StaleVersionException(key.toString());
        });
    }

    /** Deletes the value of that id, read as {@code version}. */
    public void delete(String id, long version) {
        if (!store.delete(key(id), version)) {
            throw new StaleVersionException(key(id).toString());
        }
    }

    /** Inserts the value or replaces what is there, as one change of a record only one writer touches. */
    public void put(T value) {
        Optional<Versioned<T>> old = findVersioned(type.id().apply(value));
        if (old.isPresent()) {
            update(value, old.get().version());
        } else {
            insertAbsent(value);
        }
    }

    /** Whether the stored JSON is of an older shape than this library writes. */
    public boolean isOlder(Versioned<T> value) {
        return value.schema() < type.schema();
    }

    private RecordKey key(String id) {
        return new RecordKey(type.collection(), id);
    }

    private RecordContent content(T value) {
        return new RecordContent(
                type.schema(), Json.bytes(value), type.indexes().apply(value));
    }

    private Versioned<T> versioned(StoredRecord record) {
        int schema = record.content().schema();
        if (schema > type.schema()) {
            throw new OrderweaveException(
                    FaultCategory.NEWER_SCHEMA,
                    record.key() + " was written by a newer version of the library (schema " + schema
                            + ", this one knows " + type.schema() + "); update this node");
        }
        return new Versioned<>(type.read(record.content().json(), schema), record.version(), schema);
    }

    /** One page of values. */
    public record Page<T>(List<T> values, Optional<RecordQuery.Position> next) {}
}
