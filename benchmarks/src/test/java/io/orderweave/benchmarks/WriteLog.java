package io.orderweave.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Every row that is written in a SQLite book from now on, by triggers; also one that is written as it was. */
final class WriteLog {

    private final BenchBook book;

    WriteLog(BenchBook book) throws SQLException {
        this.book = book;
        try (Connection connection = book.connect();
                Statement statement = connection.createStatement()) {
            List<String> tables = tables(statement);
            statement.execute("CREATE TABLE writes (name TEXT)");
            for (String table : tables) {
                for (String write : List.of("INSERT", "UPDATE", "DELETE")) {
                    statement.execute("CREATE TRIGGER " + write + "_of_" + table + " AFTER " + write + " ON " + table
                            + " BEGIN INSERT INTO writes VALUES ('" + table + "'); END");
                }
            }
        }
    }

    /** The tables written since this was asked last, without their common prefix. */
    Set<String> tables() throws SQLException {
        try (Connection connection = book.connect();
                Statement statement = connection.createStatement()) {
            Set<String> written = new TreeSet<>();
            try (ResultSet rows = statement.executeQuery("SELECT DISTINCT name FROM writes")) {
                while (rows.next()) {
                    written.add(rows.getString(1).substring(book.prefix().length()));
                }
            }
            statement.execute("DELETE FROM writes");
            return written;
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
