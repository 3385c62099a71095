package io.orderweave.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.store.IndexField;
import io.orderweave.store.IndexField.Cardinality;
import io.orderweave.store.RecordCollection;
import io.orderweave.store.RecordCollections;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts and the collections say the same thing. */
class TablesTest {

    private static final Set<String> OTHER_STORES =
            Set.of("schema_history", "journal", "effects", "series", "leases", "blobs");

    @TempDir
    Path folder;

    private Connection connection;

    @BeforeEach
    void migrate() throws SQLException {
        Path file = folder.resolve("book.db");
        try (JdbcStores stores = JdbcStores.builder()
                .sqliteFile(file)
                .tablePrefix("t_")
                .clock(TestBook.CLOCK)
                .build()) {
            stores.migrate();
        }
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void thereIsATableForEachCollectionAndMultipleFieldAndNoOther() throws SQLException {
        Set<String> expected = new HashSet<>();
        OTHER_STORES.forEach(store -> expected.add("t_" + store));
        for (RecordCollection collection : RecordCollections.all()) {
            expected.add("t_" + collection.name());
            collection.indexes().stream()
                    .filter(field -> field.cardinality() == Cardinality.MULTIPLE)
                    .forEach(field -> expected.add("t_" + collection.name() + "_" + field.name()));
        }

        assertThat(strings("SELECT name FROM sqlite_master WHERE type = 'table'"))
                .isEqualTo(expected);
    }

    @Test
    void everyCollectionHasAColumnForEachSingleFieldAndNoOther() throws SQLException {
        for (RecordCollection collection : RecordCollections.all()) {
            Map<String, String> expected = new TreeMap<>(
                    Map.of("id", "TEXT", "version", "INTEGER", "schema_number", "INTEGER", "json", "BLOB"));
            collection.indexes().stream()
                    .filter(field -> field.cardinality() == Cardinality.SINGLE)
                    .forEach(field -> expected.put(field.name(), columnType(field)));

            assertThat(columns(collection.name())).as(collection.name()).isEqualTo(expected);
        }
    }

    @Test
    void everySideTableHoldsValuesOfItsField() throws SQLException {
        for (RecordCollection collection : RecordCollections.all()) {
            for (IndexField field : collection.indexes()) {
                if (field.cardinality() == Cardinality.MULTIPLE) {
                    assertThat(columns(collection.name() + "_" + field.name()))
                            .isEqualTo(Map.of("id", "TEXT", "value", columnType(field)));
                }
            }
        }
    }

    @Test
    void exactlyTheUniqueFieldsHaveAUniqueIndex() throws SQLException {
        Set<String> expected = new HashSet<>();
        for (RecordCollection collection : RecordCollections.all()) {
            collection.indexes().stream()
                    .filter(IndexField::unique)
                    .forEach(field -> expected.add("t_" + collection.name() + "." + field.name()));
        }

        assertThat(strings("SELECT m.name || '.' || i.name FROM sqlite_master m, pragma_index_list(m.name) l,"
                        + " pragma_index_info(l.name) i WHERE m.type = 'table' AND l.\"unique\" AND l.origin = 'c'"))
                .isEqualTo(expected);
    }

    @Test
    void ordersHaveNoMoreThanSixIndexes() throws SQLException {
        assertThat(strings("SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 't_orders'"
                        + " AND sql IS NOT NULL"))
                .hasSizeLessThanOrEqualTo(6);
    }

    private static String columnType(IndexField field) {
        return field.type() == IndexField.Type.TEXT ? "TEXT" : "INTEGER";
    }

    private Map<String, String> columns(String table) throws SQLException {
        Map<String, String> columns = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA table_info(t_" + table + ")")) {
            while (rows.next()) {
                columns.put(rows.getString("name"), rows.getString("type"));
            }
        }
        return columns;
    }

    private Set<String> strings(String select) throws SQLException {
        Set<String> found = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(select)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
