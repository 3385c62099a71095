package io.orderweave.jdbc;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.error.StaleVersionException;
import io.orderweave.store.JournalRow;
import io.orderweave.store.JournalStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The journal in one table, in which a subject's sequence is unique. */
final class JdbcJournalStore implements JournalStore {

    private final JdbcTransactor transactor;
    private final String insert;
    private final String byId;
    private final String exists;
    private final String read;
    private final String lastSnapshot;
    private final String lastSequence;

    JdbcJournalStore(JdbcTransactor transactor, TablePrefix prefix) {
        this.transactor = transactor;
        String table = prefix.table("journal");
        String columns = "id, subject, sequence, at, event, cause, snapshot, json";
        String select = "SELECT " + columns + " FROM " + table;
        insert = "INSERT INTO " + table + " (" + columns + ") VALUES (" + Sql.marks(8) + ") ON CONFLICT DO NOTHING";
        byId = select + " WHERE id = ?";
        exists = "SELECT 1 FROM " + table + " WHERE subject = ? AND sequence = ?";
        read = select + " WHERE subject = ? AND sequence >= ? ORDER BY sequence LIMIT ?";
        lastSnapshot = select + " WHERE subject = ? AND sequence <= ? AND snapshot = 1 ORDER BY sequence DESC LIMIT 1";
        lastSequence = "SELECT COALESCE(MAX(sequence), 0) FROM " + table + " WHERE subject = ?";
    }

    @Override
    public void append(List<JournalRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<List<@Nullable Object>> batch = new ArrayList<>();
        rows.forEach(row -> batch.add(parameters(row)));
        transactor.write(connection -> {
            int[] written = connection.countAll(insert, batch);
            for (int i = 0; i < written.length; i++) {
                if (written[i] == 0) {
                    throw refusal(connection, rows.get(i));
                }
            }
            return written.length;
        });
    }

    @Override
    public Optional<JournalRow> get(String id) {
        return transactor.read(connection -> connection.first(Sql.of(byId, id), JdbcJournalStore::row));
    }

    @Override
    public List<JournalRow> read(String subject, long from, int limit) {
        return transactor.read(
                connection -> connection.list(Sql.of(read, subject, from, limit), JdbcJournalStore::row));
    }

    @Override
    public Optional<JournalRow> lastSnapshot(String subject, long sequence) {
        return transactor.read(
                connection -> connection.first(Sql.of(lastSnapshot, subject, sequence), JdbcJournalStore::row));
    }

    @Override
    public long lastSequence(String subject) {
        return transactor.read(connection -> connection
                .first(Sql.of(lastSequence, subject), row -> row.getLong(1))
                .orElseThrow());
    }

    /** Why the database passed over the row: its place in the history is taken, or else its id. */
    private OrderweaveException refusal(SqlConnection connection, JournalRow row) throws SQLException {
        boolean taken = connection
                .first(Sql.of(exists, row.subject(), row.sequence()), found -> true)
                .orElse(false);
        return taken
                ? new StaleVersionException(row.subject())
                : new OrderweaveException(
                        FaultCategory.INVALID_REQUEST, "journal entry " + row.id() + " exists already");
    }

    private static List<@Nullable Object> parameters(JournalRow row) {
        return Arrays.asList(
                row.id(),
                row.subject(),
                row.sequence(),
                Moments.toMicros(row.at()),
                row.event(),
                row.cause().orElse(null),
                row.snapshot() ? 1 : 0,
                row.json());
    }

    private static JournalRow row(ResultSet row) throws SQLException {
        return new JournalRow(
                StoredText.decode(row.getString("id")),
                StoredText.decode(row.getString("subject")),
                row.getLong("sequence"),
                Moments.fromMicros(row.getLong("at")),
                StoredText.decode(row.getString("event")),
                Optional.ofNullable(StoredText.read(row, "cause")),
                row.getInt("snapshot") == 1,
                row.getBytes("json"));
    }
}
