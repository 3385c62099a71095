package io.orderweave.jdbc;

import io.orderweave.jdbc.RecordTable.SideTable;
import io.orderweave.store.IndexField;
import io.orderweave.store.RecordContent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the values of MULTIPLE fields of several records: each kind of statement is one batch for each side table. */
final class SideRows {

    private final List<SideTable> sides;

    SideRows(RecordTable table) {
        this.sides = table.sides();
    }

    /** Of records that had none. */
    void insert(SqlConnection connection, Map<String, RecordContent> contents) throws SQLException {
        for (SideTable side : sides) {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            contents.forEach((id, content) -> side.values(content).forEach(value -> rows.add(List.of(id, value))));
            write(connection, side.insert(), rows);
        }
    }

    /**
     * Of records whose rows are locked. Only what differs is written: a change of an order seldom changes its lines or references,
     * and a look by primary key costs less than to delete and insert them again.
     */
    void replace(SqlConnection connection, Map<String, RecordContent> contents) throws SQLException {
        Map<Value, Set<Object>> present = present(connection, List.copyOf(contents.keySet()));
        for (SideTable side : sides) {
            List<List<@Nullable Object>> gone = new ArrayList<>();
            List<List<@Nullable Object>> added = new ArrayList<>();
            contents.forEach((id, content) -> {
                Set<Object> before = present.getOrDefault(new Value(side.field(), id), Set.of());
                Set<Object> after = side.values(content);
                before.stream().filter(value -> !after.contains(value)).forEach(value -> gone.add(List.of(id, value)));
                after.stream().filter(value -> !before.contains(value)).forEach(value -> added.add(List.of(id, value)));
            });
            write(connection, side.delete(), gone);
            write(connection, side.insert(), added);
        }
    }

    /** Of one record. */
    void delete(SqlConnection connection, String id) throws SQLException {
        for (SideTable side : sides) {
            connection.update(side.delete(id));
        }
    }

    /** The values of one field of one record. */
    private record Value(String field, String id) {}

    private Map<Value, Set<Object>> present(SqlConnection connection, List<String> ids) throws SQLException {
        Map<Value, Set<Object>> present = new HashMap<>();
        // In pieces of which each side table takes its own, so that one statement has parameters enough.
        int atOnce = Math.max(1, JdbcRecordStore.IDS_AT_ONCE / Math.max(1, sides.size()));
        for (int from = 0; from < ids.size() && !sides.isEmpty(); from += atOnce) {
            List<String> some = ids.subList(from, Math.min(from + atOnce, ids.size()));
            for (Found found : connection.list(select(some), this::found)) {
                present.computeIfAbsent(found.of(), of -> new HashSet<>()).add(found.value());
            }
        }
        return present;
    }

    private record Found(Value of, Object value) {}

    /** All side tables in one statement; numbers as text, since its parts must be of one type. */
    private Sql select(List<String> ids) {
        List<String> parts = new ArrayList<>();
        List<@Nullable Object> parameters = new ArrayList<>();
        for (int i = 0; i < sides.size(); i++) {
            parts.add("SELECT " + i + " AS side, id, CAST(value AS TEXT) AS value FROM "
                    + sides.get(i).table() + " WHERE id IN (" + Sql.marks(ids.size()) + ")");
            parameters.addAll(ids);
        }
        return new Sql(String.join(" UNION ALL ", parts), parameters);
    }

    private Found found(ResultSet row) throws SQLException {
        SideTable side = sides.get(row.getInt("side"));
        String text = StoredText.decode(row.getString("value"));
        Object value = side.type() == IndexField.Type.NUMBER ? Long.valueOf(text) : text;
        return new Found(new Value(side.field(), StoredText.decode(row.getString("id"))), value);
    }

    private static void write(SqlConnection connection, String statement, List<List<@Nullable Object>> rows)
            throws SQLException {
        if (!rows.isEmpty()) {
            connection.updateAll(statement, rows);
        }
    }
}
