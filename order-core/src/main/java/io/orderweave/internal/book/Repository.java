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
import java.util.List;
import java.util.Optional;

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

    /** Inserts a value whose id nobody else can have. */
    public void insertNew(T value) {
        if (!insert(value)) {
            throw new OrderweaveException(
                    FaultCategory.INTERNAL, type.collection() + "/" + type.id().apply(value) + " exists already");
        }
    }

    /** Saves a value read as {@code version}. */
    public void update(T value, long version) {
        RecordKey key = key(type.id().apply(value));
        if (!store.update(key, version, content(value))) {
            throw new StaleVersionException(key.toString());
        }
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
        } else if (!insert(value)) {
            throw new StaleVersionException(key(type.id().apply(value)).toString());
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
        return new Versioned<>(Json.read(record.content().json(), type.type()), record.version(), schema);
    }

    /** One page of values. */
    public record Page<T>(List<T> values, Optional<RecordQuery.Position> next) {}
}
