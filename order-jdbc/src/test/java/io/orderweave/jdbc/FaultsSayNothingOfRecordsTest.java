package io.orderweave.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.orderweave.store.IndexValue;
import io.orderweave.store.RecordContent;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Personal data stands in records, and faults end up in logs. */
class FaultsSayNothingOfRecordsTest {

    private static final String SECRET = "Jana Nováková, Dlouhá 3";

    @TempDir
    Path folder;

    @Test
    void whenAUniqueValueIsTaken() {
        try (JdbcStores stores = open()) {
            stores.records().insert(TestBook.ORDER, personal());
            stores.records().insert(TestBook.order("order-2"), TestBook.content());

            assertClean(catchThrowable(() -> stores.records().update(TestBook.order("order-2"), 1, personal())));
        }
    }

    @Test
    void whenAnIndexValueDoesNotFit() {
        RecordContent misfit = TestBook.content(Map.of("placed_at", List.of(IndexValue.of(SECRET))));
        try (JdbcStores stores = open()) {
            assertClean(catchThrowable(() -> stores.records().insert(TestBook.ORDER, misfit)));
        }
    }

    @Test
    void whenTheDatabaseRefusesAStatement() throws SQLException {
        try (JdbcStores stores = open()) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("book.db"));
                    Statement statement = connection.createStatement()) {
                statement.execute("DROP TABLE orderweave_orders_tags");
            }
            RecordContent tagged = new RecordContent(
                    1,
                    SECRET.getBytes(StandardCharsets.UTF_8),
                    Map.of("tags", List.of(IndexValue.of(SECRET)), "number", List.of(IndexValue.of(SECRET))));

            assertClean(catchThrowable(() -> stores.records().insert(TestBook.ORDER, tagged)));
            assertThat(TestBook.has(stores, TestBook.ORDER))
                    .as("written by halves")
                    .isFalse();
        }
    }

    private static void assertClean(Throwable fault) {
        assertThat(fault).isNotNull();
        StringWriter all = new StringWriter();
        fault.printStackTrace(new PrintWriter(all));
        assertThat(all.toString()).doesNotContain(SECRET);
    }

    private static RecordContent personal() {
        return TestBook.content(Map.of("external_ref", List.of(IndexValue.of(SECRET))));
    }

    private JdbcStores open() {
        JdbcStores stores = JdbcStores.sqlite(folder.resolve("book.db"), TestBook.CLOCK);
        stores.migrate();
        return stores;
    }
}
