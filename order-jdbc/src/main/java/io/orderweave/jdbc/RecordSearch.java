package io.orderweave.jdbc;

import io.orderweave.store.IndexField;
import io.orderweave.store.IndexField.Cardinality;
import io.orderweave.store.IndexValue;
import io.orderweave.store.RecordPage;
import io.orderweave.store.RecordQuery;
import io.orderweave.store.RecordQuery.Filter;
import io.orderweave.store.RecordQuery.Order;
import io.orderweave.store.RecordQuery.Position;
import io.orderweave.store.StoredRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A search as SQL: one statement, whatever is asked.
 *
 * <p>A page that is ordered by a field has two parts: the records that have a value, in the order of an index, and behind
 * them those that have none. Each part continues with a plain comparison that an index can serve; the page takes both.
 */
final class RecordSearch {

    private final RecordTable table;
    private final RecordQuery query;
    private final StartingPoint start;
    private final Conditions filters = new Conditions();

    RecordSearch(RecordTable table, RecordQuery query, StartingPoint start) {
        this.table = table;
        this.query = query;
        this.start = start;
        query.filters().forEach(this::add);
    }

    RecordPage page(SqlConnection connection) throws SQLException {
        List<Found> found = connection.list(statement(), this::found);
        boolean more = found.size() > query.limit();
        List<Found> page = more ? found.subList(0, query.limit()) : found;
        return new RecordPage(
                page.stream().map(Found::record).toList(),
                more ? Optional.of(page.get(page.size() - 1).position()) : Optional.empty());
    }

    long count(SqlConnection connection) throws SQLException {
        return connection
                .first(filters.complete("SELECT COUNT(*) FROM " + table.name(), ""), row -> row.getLong(1))
                .orElseThrow();
    }

    private record Found(StoredRecord record, Optional<IndexValue> value) {

        Position position() {
            return new Position(value, record.key().id());
        }
    }

    /** The statement of the page; it asks for one record more, to see whether there is a next page. */
    Sql statement() {
        int limit = query.limit() + 1;
        if (query.order().isEmpty()) {
            return byId(limit);
        }
        Order order = query.order().get();
        Optional<Position> after = query.after();
        if (after.isPresent() && after.get().value().isEmpty()) {
            return withoutValue(order, limit);
        }
        return excludesMissing(order.field()) ? withValue(order, limit) : both(order, limit);
    }

    private Sql byId(int limit) {
        Conditions conditions = new Conditions(filters);
        query.after().ifPresent(after -> conditions.add("id > ?", after.id()));
        return conditions.complete(
                "SELECT " + RecordTable.COLUMNS + ", NULL AS order_value FROM " + table.name(),
                " ORDER BY id LIMIT ?",
                limit);
    }

    private Sql withValue(Order order, int limit) {
        String column = column(order.field());
        Conditions conditions = new Conditions(filters).add(column + " IS NOT NULL");
        query.after()
                .flatMap(Position::value)
                .map(RecordTable::parameter)
                .ifPresent(value -> conditions
                        .add(column + (order.descending() ? " <= ?" : " >= ?"), value)
                        .add(
                                "(" + column + " <> ? OR id > ?)",
                                value,
                                query.after().orElseThrow().id()));
        return conditions.complete(
                "SELECT 1 AS part, " + RecordTable.COLUMNS + ", " + column + " AS order_value FROM " + table.name(),
                " ORDER BY " + column + direction(order) + ", id LIMIT ?",
                limit);
    }

    private Sql withoutValue(Order order, int limit) {
        String column = column(order.field());
        Conditions conditions = new Conditions(filters).add(column + " IS NULL");
        query.after().filter(after -> after.value().isEmpty()).ifPresent(after -> conditions.add("id > ?", after.id()));
        return conditions.complete(
                "SELECT 2 AS part, " + RecordTable.COLUMNS + ", " + column + " AS order_value FROM " + table.name(),
                " ORDER BY id LIMIT ?",
                limit);
    }

    private Sql both(Order order, int limit) {
        Sql with = withValue(order, limit);
        Sql without = withoutValue(order, limit);
        List<@Nullable Object> parameters = new ArrayList<>(with.parameters());
        parameters.addAll(without.parameters());
        parameters.add(limit);
        return new Sql(
                "SELECT * FROM (SELECT * FROM (" + with.text() + ") AS valued UNION ALL SELECT * FROM ("
                        + without.text() + ") AS unvalued) AS page ORDER BY part, order_value" + direction(order)
                        + ", id LIMIT ?",
                parameters);
    }

    private String column(String field) {
        return start.column(RecordTable.column(field));
    }

    private static String direction(Order order) {
        return order.descending() ? " DESC" : "";
    }

    /** Whether a filter on the field itself leaves no record without a value. */
    private boolean excludesMissing(String field) {
        return query.filters().stream().anyMatch(filter -> filter.field().equals(field));
    }

    private void add(Filter filter) {
        IndexField field = query.collection().index(filter.field());
        if (field.cardinality() == Cardinality.SINGLE) {
            addOn(column(field.name()), filter, "", "");
        } else {
            String values = start.id(field.name()) + " IN (SELECT id FROM "
                    + table.side(field.name()).table() + " WHERE ";
            addOn("value", filter, values, ")");
        }
    }

    private void addOn(String column, Filter filter, String before, String after) {
        if (filter instanceof Filter.Range range) {
            filters.add(before + column + " >= ? AND " + column + " < ?" + after, range.from(), range.to());
            return;
        }
        List<Object> values = Sql.padded(((Filter.AnyOf) filter)
                .values().stream().map(RecordTable::parameter).toList());
        // IN () is no SQL, and nothing is in it.
        String condition = values.isEmpty() ? "1 = 0" : column + " IN (" + Sql.marks(values.size()) + ")";
        filters.add(before + condition + after, values.toArray());
    }

    private Found found(ResultSet row) throws SQLException {
        return new Found(JdbcRecordStore.record(query.collection(), row), orderValue(row));
    }

    private Optional<IndexValue> orderValue(ResultSet row) throws SQLException {
        Optional<IndexField> field =
                query.order().map(order -> query.collection().index(order.field()));
        if (field.isEmpty()) {
            return Optional.empty();
        }
        if (row.getObject("order_value") == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (field.get().type()) {
                    case TEXT -> new IndexValue.Text(StoredText.decode(row.getString("order_value")));
                    case NUMBER -> new IndexValue.Number(row.getLong("order_value"));
                });
    }
}
