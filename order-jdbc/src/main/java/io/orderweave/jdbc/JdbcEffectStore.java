package io.orderweave.jdbc;

import io.orderweave.store.EffectBacklog;
import io.orderweave.store.EffectQuery;
import io.orderweave.store.EffectStore;
import io.orderweave.store.StoredEffect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ledger in one table. */
final class JdbcEffectStore implements EffectStore {

    private final JdbcTransactor transactor;
    private final String insert;
    private final String update;
    private final String select;
    private final String oldestDue;
    private final String ofSubject;
    private final String behind;
    private final String counts;
    private final String backlog;
    private final String nextDue;

    JdbcEffectStore(JdbcTransactor transactor, Dialect dialect, TablePrefix prefix) {
        this.transactor = transactor;
        String table = prefix.table("effects");
        String columns = "effect_key, subject, kind, connection, state, due, created_at, version, schema_number, json";
        insert = "INSERT INTO " + table + " (" + columns + ") VALUES (" + Sql.marks(10)
                + ") ON CONFLICT (effect_key) DO NOTHING";
        update = "UPDATE " + table + " SET connection = ?, state = ?, due = ?, version = version + 1,"
                + " schema_number = ?, json = ? WHERE effect_key = ? AND version = ?";
        select = "SELECT " + columns + " FROM " + table;
        oldestDue = " ORDER BY due, effect_key LIMIT ?" + dialect.lockRows();
        ofSubject = select + " WHERE subject = ? ORDER BY created_at, effect_key";
        behind = "(created_at, effect_key) > (SELECT created_at, effect_key FROM " + table + " WHERE effect_key = ?)";
        counts = "SELECT state, COUNT(*) FROM " + table + " GROUP BY state";
        backlog = "SELECT kind, connection, state, COUNT(*) AS effects, MIN(created_at) AS oldest FROM " + table;
        nextDue = "SELECT MIN(due) FROM " + table + " WHERE due IS NOT NULL";
    }

    @Override
    public boolean insertIfAbsent(StoredEffect effect) {
        Sql sql = new Sql(insert, parameters(effect));
        return transactor.write(connection -> connection.update(sql) == 1);
    }

    @Override
    public Set<String> insertAllIfAbsent(List<StoredEffect> effects) {
        if (effects.isEmpty()) {
            return Set.of();
        }
        List<List<@Nullable Object>> batch = new ArrayList<>();
        effects.forEach(effect -> batch.add(parameters(effect)));
        return transactor.write(connection -> {
            int[] written = connection.countAll(insert, batch);
            Set<String> refused = new LinkedHashSet<>();
            for (int i = 0; i < written.length; i++) {
                if (written[i] == 0) {
                    refused.add(effects.get(i).key());
                }
            }
            return refused;
        });
    }

    private static List<@Nullable Object> parameters(StoredEffect effect) {
        return Arrays.asList(
                effect.key(),
                effect.subject(),
                effect.kind(),
                effect.connection().orElse(null),
                effect.state(),
                micros(effect.due()),
                Moments.toMicros(effect.createdAt()),
                1,
                effect.schema(),
                effect.json());
    }

    @Override
    public Optional<StoredEffect> get(String key) {
        return transactor.read(
                connection -> connection.first(Sql.of(select + " WHERE effect_key = ?", key), JdbcEffectStore::effect));
    }

    @Override
    public List<StoredEffect> lockDue(Instant now, int limit, Set<String> exceptConnections) {
        transactor.requireActive("lockDue");
        Conditions conditions = new Conditions();
        conditions.add("due <= ?", Moments.toMicros(now));
        conditions.noneOf("connection", exceptConnections);
        // Sorted again, since a row may have been changed between its finding and its locking.
        Sql sql = conditions.complete(
                "SELECT * FROM (" + select, oldestDue + ") AS held ORDER BY due, effect_key", limit);
        return transactor.write(connection -> connection.list(sql, JdbcEffectStore::effect));
    }

    @Override
    public boolean update(StoredEffect effect) {
        Sql sql = Sql.of(
                update,
                effect.connection().orElse(null),
                effect.state(),
                micros(effect.due()),
                effect.schema(),
                effect.json(),
                effect.key(),
                effect.version());
        return transactor.write(connection -> connection.update(sql) == 1);
    }

    @Override
    public List<StoredEffect> ofSubject(String subject) {
        return transactor.read(connection -> connection.list(Sql.of(ofSubject, subject), JdbcEffectStore::effect));
    }

    @Override
    public List<StoredEffect> find(EffectQuery query) {
        Conditions conditions = new Conditions();
        conditions.anyOf("state", query.states());
        conditions.anyOf("kind", query.kinds());
        query.connection().ifPresent(connection -> conditions.add("connection = ?", connection));
        query.createdBefore().ifPresent(moment -> conditions.add("created_at < ?", Moments.toMicros(moment)));
        query.after().ifPresent(key -> conditions.add(behind, key));
        Sql sql = conditions.complete(select, " ORDER BY created_at, effect_key LIMIT ?", query.limit());
        return transactor.read(connection -> connection.list(sql, JdbcEffectStore::effect));
    }

    @Override
    public Map<String, Long> counts() {
        Map<String, Long> found = new HashMap<>();
        transactor
                .read(connection -> connection.list(
                        Sql.of(counts), row -> Map.entry(StoredText.decode(row.getString(1)), row.getLong(2))))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    @Override
    public List<EffectBacklog> backlog(Set<String> states) {
        Conditions conditions = new Conditions();
        conditions.anyOf("state", states);
        Sql sql = conditions.complete(backlog, " GROUP BY kind, connection, state");
        return states.isEmpty()
                ? List.of()
                : transactor.read(connection -> connection.list(sql, JdbcEffectStore::backlog));
    }

    @Override
    public Optional<Instant> nextDue() {
        return transactor.read(connection ->
                connection.first(Sql.of(nextDue), row -> moment(row, 1)).orElseThrow());
    }

    private static @Nullable Long micros(Optional<Instant> moment) {
        return moment.map(Moments::toMicros).orElse(null);
    }

    private static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Moments.fromMicros(micros));
    }

    private static EffectBacklog backlog(ResultSet row) throws SQLException {
        return new EffectBacklog(
                StoredText.decode(row.getString("kind")),
                Optional.ofNullable(StoredText.read(row, "connection")),
                StoredText.decode(row.getString("state")),
                row.getLong("effects"),
                Moments.fromMicros(row.getLong("oldest")));
    }

    private static StoredEffect effect(ResultSet row) throws SQLException {
        return new StoredEffect(
                StoredText.decode(row.getString("effect_key")),
                StoredText.decode(row.getString("subject")),
                StoredText.decode(row.getString("kind")),
                Optional.ofNullable(StoredText.read(row, "connection")),
                StoredText.decode(row.getString("state")),
                moment(row, row.findColumn("due")),
                Moments.fromMicros(row.getLong("created_at")),
                row.getLong("version"),
                row.getInt("schema_number"),
                row.getBytes("json"));
    }
}
