package io.orderweave.jdbc;

import io.orderweave.store.IndexField;
import io.orderweave.store.IndexField.Cardinality;
import io.orderweave.store.IndexValue;
import io.orderweave.store.RecordCollection;
import io.orderweave.store.RecordContent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table of one collection: a column for each SINGLE field, a side table for each MULTIPLE one. Immutable. */
final class RecordTable {

    static final String COLUMNS = "id, version, schema_number, json";

    private final String name;
    private final List<IndexField> singles;
    private final List<SideTable> sides;
    private final String insert;
    private final String update;

    RecordTable(TablePrefix prefix, RecordCollection collection) {
        name = prefix.table(collection.name());
        singles = collection.indexes().stream()
                .filter(field -> field.cardinality() == Cardinality.SINGLE)
                .toList();
        sides = collection.indexes().stream()
                .filter(field -> field.cardinality() == Cardinality.MULTIPLE)
                .map(field -> new SideTable(name, field.name()))
                .toList();
        insert = "INSERT INTO " + name + " (id, version, schema_number"
                + singles.stream().map(field -> ", " + column(field.name())).collect(Collectors.joining())
                + ", json) VALUES (?, 1, " + Sql.marks(singles.size() + 2) + ") ON CONFLICT DO NOTHING";
        update = "UPDATE " + name + " SET version = version + 1, schema_number = ?"
                + singles.stream()
                        .map(field -> ", " + column(field.name()) + " = ?")
                        .collect(Collectors.joining())
                + ", json = ? WHERE id = ? AND version = ?";
    }

    /** Fields may be called like a word of SQL. */
    static String column(String field) {
        return '"' + field + '"';
    }

    String name() {
        return name;
    }

    List<SideTable> sides() {
        return sides;
    }

    /** The side table of that MULTIPLE field. */
    SideTable side(String field) {
        return sides.stream()
                .filter(side -> side.field().equals(field))
                .findFirst()
                .orElseThrow();
    }

    Sql select(String id) {
        return Sql.of("SELECT " + COLUMNS + " FROM " + name + " WHERE id = ?", id);
    }

    Sql select(List<String> ids) {
        return new Sql(
                "SELECT " + COLUMNS + " FROM " + name + " WHERE id IN (" + Sql.marks(ids.size()) + ")",
                new ArrayList<>(ids));
    }

    Sql insert(String id, RecordContent content) {
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(id);
        addContent(parameters, content);
        return new Sql(insert, parameters);
    }

    Sql update(String id, long expectedVersion, RecordContent content) {
        List<@Nullable Object> parameters = new ArrayList<>();
        addContent(parameters, content);
        parameters.add(id);
        parameters.add(expectedVersion);
        return new Sql(update, parameters);
    }

    Sql delete(String id, long expectedVersion) {
        return Sql.of("DELETE FROM " + name + " WHERE id = ? AND version = ?", id, expectedVersion);
    }

    private void addContent(List<@Nullable Object> parameters, RecordContent content) {
        parameters.add(content.schema());
        for (IndexField field : singles) {
            parameters.add(content.index(field.name()).stream()
                    .findFirst()
                    .map(RecordTable::parameter)
                    .orElse(null));
        }
        parameters.add(content.json());
    }

    /** As a column holds it. */
    static Object parameter(IndexValue value) {
        if (value instanceof IndexValue.Text text) {
            return text.value();
        }
        return ((IndexValue.Number) value).value();
    }

    /** The values of one MULTIPLE field. */
    record SideTable(String table, String field) {

        SideTable {
            table = table + "_" + field;
        }

        String insert() {
            return "INSERT INTO " + table + " (id, value) VALUES (?, ?)";
        }

        Sql delete(String id) {
            return Sql.of("DELETE FROM " + table + " WHERE id = ?", id);
        }

        /** Each value of {@code content} once, as parameters of {@link #insert()}. */
        List<List<@Nullable Object>> rows(String id, RecordContent content) {
            Stream<IndexValue> values = content.index(field).stream().distinct();
            List<List<@Nullable Object>> rows = new ArrayList<>();
            values.forEach(value -> rows.add(List.of(id, parameter(value))));
            return rows;
        }
    }
}
