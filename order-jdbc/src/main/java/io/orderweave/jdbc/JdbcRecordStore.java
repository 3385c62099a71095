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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A table for each collection. */
final class JdbcRecordStore implements RecordStore {

    /** Parameters of one statement; some databases take no more than 999. */
    private static final int IDS_AT_ONCE = 500;

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
        key.collection().requireFits(content);
        RecordTable table = table(key.collection());
        return transactor.write(connection -> {
            if (connection.update(table.insert(key.id(), content)) == 0) {
                return false;
            }
            insertSides(connection, table, key.id(), content);
            return true;
        });
    }

    @Override
    public boolean update(RecordKey key, long expectedVersion, RecordContent content) {
        key.collection().requireFits(content);
        RecordTable table = table(key.collection());
        return transactor.write(connection -> {
            if (!updateMain(connection, table.update(key.id(), expectedVersion, content), key)) {
                return false;
            }
            deleteSides(connection, table, key.id());
            insertSides(connection, table, key.id(), content);
            return true;
        });
    }

    @Override
    public boolean delete(RecordKey key, long expectedVersion) {
        RecordTable table = table(key.collection());
        return transactor.write(connection -> {
            if (connection.update(table.delete(key.id(), expectedVersion)) == 0) {
                return false;
            }
            // Foreign keys would do it too, but a connection of the host's may have them switched off.
            deleteSides(connection, table, key.id());
            return true;
        });
    }

    @Override
    public RecordPage find(RecordQuery query) {
        RecordSearch search = new RecordSearch(table(query.collection()), query);
        return transactor.read(search::page);
    }

    @Override
    public long count(RecordQuery query) {
        RecordSearch search = new RecordSearch(table(query.collection()), query);
        return transactor.read(search::count);
    }

    /** Reads the columns of {@link RecordTable#COLUMNS}. */
    static StoredRecord record(RecordCollection collection, ResultSet row) throws SQLException {
        return new StoredRecord(
                new RecordKey(collection, StoredText.decode(row.getString("id"))),
                row.getLong("version"),
                new RecordContent(row.getInt("schema_number"), row.getBytes("json"), Map.of()));
    }

    private boolean updateMain(SqlConnection connection, Sql update, RecordKey key) throws SQLException {
        try {
            return connection.update(update) == 1;
        } catch (SQLException fault) {
            if (dialect.isUniqueViolation(fault)) {
                throw new OrderweaveException(
                        FaultCategory.INVALID_REQUEST,
                        "cannot save " + key + ": a unique value of it belongs to another record");
            }
            throw fault;
        }
    }

    private static void insertSides(SqlConnection connection, RecordTable table, String id, RecordContent content)
            throws SQLException {
        for (RecordTable.SideTable side : table.sides()) {
            if (!content.index(side.field()).isEmpty()) {
                connection.updateAll(side.insert(), side.rows(id, content));
            }
        }
    }

    private static void deleteSides(SqlConnection connection, RecordTable table, String id) throws SQLException {
        for (RecordTable.SideTable side : table.sides()) {
            connection.update(side.delete(id));
        }
    }

    private RecordTable table(RecordCollection collection) {
        return tables.computeIfAbsent(collection, known -> new RecordTable(prefix, known));
    }
}
