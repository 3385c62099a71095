package io.orderweave.jdbc;

import io.orderweave.store.IndexField;
import io.orderweave.store.IndexField.Cardinality;
import io.orderweave.store.IndexValue;
import io.orderweave.store.RecordCollection;
import io.orderweave.store.RecordContent;
import io.orderweave.store.StoredRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
                .map(field -> SideTable.of(name, field))
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

    String insert() {
        return insert;
    }

    /** Parameters of {@link #insert()}. */
    List<@Nullable Object> inserted(String id, RecordContent content) {
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(id);
        addContent(parameters, content);
        return parameters;
    }

    String update() {
        return update;
    }

    /** Parameters of {@link #update()}. */
    List<@Nullable Object> updated(StoredRecord record) {
        List<@Nullable Object> parameters = new ArrayList<>();
        addContent(parameters, record.content());
        parameters.add(record.key().id());
        parameters.add(record.version());
        return parameters;
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
    record SideTable(String table, String field, IndexField.Type type) {

        static SideTable of(String collection, IndexField field) {
            return new SideTable(collection + "_" + field.name(), field.name(), field.type());
        }

        String insert() {
            return "INSERT INTO " + table + " (id, value) VALUES (?, ?)";
        }

        /** Of one value. */
        String delete() {
            return "DELETE FROM " + table + " WHERE id = ? AND value = ?";
        }

        Sql delete(String id) {
            return Sql.of("DELETE FROM " + table + " WHERE id = ?", id);
        }

        /** Each value of {@code content} once, as columns hold them. */
        Set<Object> values(RecordContent content) {
            Set<Object> values = new LinkedHashSet<>();
            content.index(field).forEach(value -> values.add(parameter(value)));
            return values;
        }
    }
}
