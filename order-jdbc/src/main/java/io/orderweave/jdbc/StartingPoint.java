package io.orderweave.jdbc;

import io.orderweave.store.IndexField;
import io.orderweave.store.IndexField.Cardinality;
import io.orderweave.store.RecordQuery;
import io.orderweave.store.RecordQuery.Filter;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where a database that does not count its values had better begin a search with a filter on a MULTIPLE field: the few records of a
 * rare value are fetched and sorted; a page of a common one is looked for in the order it is asked for.
 */
final class StartingPoint {

    /** Of a database that decides by itself. */
    static final StartingPoint ANY = new StartingPoint(Set.of(), false);

    /** So many records are fetched and sorted in some 20 ms. */
    private static final int FEW = 5_000;

    private final Set<String> common;
    private final boolean rare;

    private StartingPoint(Set<String> common, boolean rare) {
        this.common = common;
        this.rare = rare;
    }

    /** Counts what each filter lets through, as far as it matters. */
    static StartingPoint of(SqlConnection connection, RecordTable table, RecordQuery query) throws SQLException {
        if (query.order().isEmpty()) {
            return ANY;
        }
        Set<String> common = new HashSet<>();
        boolean rare = false;
        for (Filter filter : query.filters()) {
            IndexField field = query.collection().index(filter.field());
            if (field.cardinality() == Cardinality.MULTIPLE && filter instanceof Filter.AnyOf any) {
                if (isCommon(connection, table, any)) {
                    common.add(field.name());
                } else {
                    rare = true;
                }
            }
        }
        return new StartingPoint(common, rare);
    }

    /** The id as the filter on that MULTIPLE field names it. A column behind a plus is none that an index is of. */
    String id(String field) {
        return common.contains(field) ? "+id" : "id";
    }

    /** A column as every other condition, and the order, names it. */
    String column(String column) {
        return rare ? "+" + column : column;
    }

    private static boolean isCommon(SqlConnection connection, RecordTable table, Filter.AnyOf filter)
            throws SQLException {
        if (filter.values().isEmpty()) {
            return false;
        }
        List<Object> values =
                filter.values().stream().map(RecordTable::parameter).toList();
        Sql count = new Conditions()
                .add("value IN (" + Sql.marks(values.size()) + ")", values.toArray())
                .complete(
                        "SELECT COUNT(*) FROM (SELECT 1 FROM "
                                + table.side(filter.field()).table(),
                        " LIMIT ?)",
                        FEW + 1);
        return connection.first(count, row -> row.getLong(1)).orElseThrow() > FEW;
    }
}
