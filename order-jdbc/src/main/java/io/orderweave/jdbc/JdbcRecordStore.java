package io.orderweave.jdbc;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.store.RecordCollection;
import io.orderweave.store.RecordContent;
import io.orderweave.store.RecordKey;
import io.orderweave.store.RecordPage;
import io.orderweave.store.RecordQuery;
import io.orderweave.store.RecordStore;
import io.orderweave.store.StoredRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table for each collection. */
final class JdbcRecordStore implements RecordStore {

    /** Parameters of one statement; some databases take no more than 999. */
    static final int IDS_AT_ONCE = 500;

    private final JdbcTransactor transactor;
    private final Dialect dialect;
    private final TablePrefix prefix;
    private final Map<RecordCollection, RecordTable> tables = new ConcurrentHashMap<>();

    JdbcRecordStore(JdbcTransactor transactor, Dialect dialect, TablePrefix prefix) {
        this.transactor = transactor;
        this.dialect = dialect;
        this.prefix = prefix;
    }

    @Override
    public Optional<StoredRecord> get(RecordKey key) {
        Sql sql = table(key.collection()).select(key.id());
        return transactor.read(connection -> connection.first(sql, row -> record(key.collection(), row)));
    }

    @Override
    public List<StoredRecord> getAll(RecordCollection collection, Collection<String> ids) {
        List<String> distinct = List.copyOf(new LinkedHashSet<>(ids));
        RecordTable table = table(collection);
        return transactor.read(connection -> {
            List<StoredRecord> found = new ArrayList<>();
            for (int from = 0; from < distinct.size(); from += IDS_AT_ONCE) {
                List<String> some = distinct.subList(from, Math.min(from + IDS_AT_ONCE, distinct.size()));
                found.addAll(connection.list(table.select(some), row -> record(collection, row)));
            }
            return found;
        });
    }

    @Override
    public boolean insert(RecordKey key, RecordContent content) {
        return insertAll(Map.of(key, content)).isEmpty();
    }

    @Override
    public Set<RecordKey> insertAll(Map<RecordKey, RecordContent> contents) {
        contents.forEach((key, content) -> key.collection().requireFits(content));
        Map<RecordCollection, List<RecordKey>> keys = grouped(contents.keySet(), RecordKey::collection);
        return transactor.write(connection -> {
            Set<RecordKey> refused = new LinkedHashSet<>();
            for (Map.Entry<RecordCollection, List<RecordKey>> group : keys.entrySet()) {
                Map<String, RecordContent> some = new LinkedHashMap<>();
                group.getValue().forEach(key -> some.put(key.id(), Objects.requireNonNull(contents.get(key))));
                insert(connection, group.getKey(), some).forEach(id -> refused.add(new RecordKey(group.getKey(), id)));
            }
            return refused;
        });
    }

    /** Returns the ids that were refused. */
    private Set<String> insert(
            SqlConnection connection, RecordCollection collection, Map<String, RecordContent> contents)
            throws SQLException {
        RecordTable table = table(collection);
        List<List<@Nullable Object>> batch = new ArrayList<>();
        contents.forEach((id, content) -> batch.add(table.inserted(id, content)));
        int[] written = connection.countAll(table.insert(), batch);
        Set<String> refused = new LinkedHashSet<>();
        int position = 0;
        for (String id : contents.keySet()) {
            if (written[position] == 0) {
                refused.add(id);
            }
            position++;
        }
        Map<String, RecordContent> inserted = new LinkedHashMap<>(contents);
        inserted.keySet().removeAll(refused);
        new SideRows(table).insert(connection, inserted);
        return refused;
    }

    @Override
    public boolean update(RecordKey key, long expectedVersion, RecordContent content) {
        return updateAll(List.of(new StoredRecord(key, expectedVersion, content)))
                .isEmpty();
    }

    @Override
    public Set<RecordKey> updateAll(List<StoredRecord> records) {
        records.forEach(record -> record.key().collection().requireFits(record.content()));
        Map<RecordCollection, List<StoredRecord>> groups =
                grouped(records, record -> record.key().collection());
        return transactor.write(connection -> {
            Set<RecordKey> refused = new LinkedHashSet<>();
            for (Map.Entry<RecordCollection, List<StoredRecord>> group : groups.entrySet()) {
                refused.addAll(update(connection, table(group.getKey()), group.getValue()));
            }
            return refused;
        });
    }

    /** Returns the keys that were refused. */
    private Set<RecordKey> update(SqlConnection connection, RecordTable table, List<StoredRecord> records)
            throws SQLException {
        List<List<@Nullable Object>> batch = new ArrayList<>();
        records.forEach(record -> batch.add(table.updated(record)));
        int[] written = updateMain(connection, table.update(), batch, records);
        Set<RecordKey> refused = new LinkedHashSet<>();
        Map<String, RecordContent> replaced = new LinkedHashMap<>();
        for (int i = 0; i < written.length; i++) {
            StoredRecord record = records.get(i);
            if (written[i] == 0) {
                refused.add(record.key());
            } else {
                replaced.put(record.key().id(), record.content());
            }
        }
        if (!replaced.isEmpty()) {
            new SideRows(table).replace(connection, replaced);
        }
        return refused;
    }

    private static <T> Map<RecordCollection, List<T>> grouped(
            Collection<T> items, Function<T, RecordCollection> collection) {
        return items.stream().collect(Collectors.groupingBy(collection, LinkedHashMap::new, Collectors.toList()));
    }

    @Override
    public boolean delete(RecordKey key, long expectedVersion) {
        RecordTable table = table(key.collection());
        return transactor.write(connection -> {
            if (connection.update(table.delete(key.id(), expectedVersion)) == 0) {
                return false;
            }
            // Foreign keys would do it too, but a connection of the host's may have them switched off.
            new SideRows(table).delete(connection, key.id());
            return true;
        });
    }

    @Override
    public RecordPage find(RecordQuery query) {
        RecordTable table = table(query.collection());
        return transactor.read(connection -> {
            StartingPoint start =
                    dialect.knowsCommonValues() ? StartingPoint.ANY : StartingPoint.of(connection, table, query);
            return new RecordSearch(table, query, start).page(connection);
        });
    }

    @Override
    public long count(RecordQuery query) {
        RecordSearch search = new RecordSearch(table(query.collection()), query, StartingPoint.ANY);
        return transactor.read(search::count);
    }

    /** Reads the columns of {@link RecordTable#COLUMNS}. */
    static StoredRecord record(RecordCollection collection, ResultSet row) throws SQLException {
        return new StoredRecord(
                new RecordKey(collection, StoredText.decode(row.getString("id"))),
                row.getLong("version"),
                new RecordContent(row.getInt("schema_number"), row.getBytes("json"), Map.of()));
    }

    private int[] updateMain(
            SqlConnection connection, String update, List<List<@Nullable Object>> batch, List<StoredRecord> records)
            throws SQLException {
        try {
            return connection.countAll(update, batch);
        } catch (SQLException fault) {
            if (dialect.isUniqueViolation(fault)) {
                String which = records.size() == 1
                        ? records.get(0).key().toString()
                        : "one of " + records.size() + " "
                                + records.get(0).key().collection();
                throw new OrderweaveException(
                        FaultCategory.INVALID_REQUEST,
                        "cannot save " + which + ": a unique value of it belongs to another record");
            }
            throw fault;
        }
    }

    private RecordTable table(RecordCollection collection) {
        return tables.computeIfAbsent(collection, known -> new RecordTable(prefix, known));
    }
}
