package io.orderweave.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.store.IndexField;
import io.orderweave.store.IndexField.Cardinality;
import io.orderweave.store.RecordCollection;
import io.orderweave.store.RecordCollections;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresTablesTest {

    @BeforeAll
    static void migrate() {
        try (JdbcStores stores = PostgresServer.builder("t_").build()) {
            stores.migrate();
        }
    }

    @Test
    void everyCollectionHasAColumnForEachFieldAndNoOther() {
        List<String> expected = new ArrayList<>();
        for (RecordCollection collection : RecordCollections.all()) {
            String table = "t_" + collection.name();
            expected.addAll(List.of(
                    table + ".id text C",
                    table + ".version bigint",
                    table + ".schema_number integer",
                    table + ".json bytea"));
            for (IndexField field : collection.indexes()) {
                if (field.cardinality() == Cardinality.SINGLE) {
                    expected.add(table + "." + field.name() + columnType(field));
                } else {
                    expected.add(table + "_" + field.name() + ".id text C");
                    expected.add(table + "_" + field.name() + ".value" + columnType(field));
                }
            }
        }

        assertThat(columns("NOT IN")).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyTextIsComparedByCodePoint() {
        assertThat(columns("IN"))
                .isNotEmpty()
                .allSatisfy(column -> assertThat(column).matches(".*( text C| bigint| integer| smallint| bytea)"));
    }

    @Test
    void exactlyTheUniqueFieldsHaveAUniqueIndex() {
        List<String> expected = new ArrayList<>();
        for (RecordCollection collection : RecordCollections.all()) {
            collection.indexes().stream()
                    .filter(IndexField::unique)
                    .forEach(field -> expected.add("t_" + collection.name() + "_by_" + field.name()));
        }

        assertThat(PostgresServer.texts("SELECT indexname FROM pg_indexes WHERE tablename LIKE 't\\_%'"
                        + " AND indexdef LIKE 'CREATE UNIQUE%' AND indexname LIKE '%\\_by\\_%'"))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void hasTheIndexesSqliteHas() {
        assertThat(indexes("postgresql")).isEqualTo(indexes("sqlite"));
    }

    private static List<String> indexes(String database) {
        return MigrationScript.load(database, "V001__tables.sql").statements(new TablePrefix("t_")).stream()
                .filter(statement -> statement.contains("INDEX"))
                .toList();
    }

    /** Columns of the tables whose names are (not) among those without a collection. */
    private static List<String> columns(String membership) {
        return PostgresServer.texts("SELECT table_name || '.' || column_name || ' ' || data_type"
                + " || COALESCE(' ' || collation_name, '') FROM information_schema.columns"
                + " WHERE table_name LIKE 't\\_%' AND table_name <> 't_schema_history' AND table_name " + membership
                + " ('t_journal', 't_effects', 't_series', 't_leases', 't_blobs')");
    }

    private static String columnType(IndexField field) {
        return field.type() == IndexField.Type.TEXT ? " text C" : " bigint";
    }
}
