package io.orderweave.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** The table that says which scripts were run. */
final class SchemaHistory {

    private static final String NAME = "schema_history";

    private final Dialect dialect;
    private final TablePrefix prefix;
    private final String table;

    SchemaHistory(Dialect dialect, TablePrefix prefix) {
        this.dialect = dialect;
        this.prefix = prefix;
        table = prefix.table(NAME);
    }

    /** Checksums by version; none where nothing was ever migrated. */
    Map<Integer, String> checksums(SqlConnection connection) throws SQLException {
        Map<Integer, String> found = new TreeMap<>();
        if (dialect.tableExists(connection, prefix, NAME)) {
            connection
                    .list(
                            Sql.of("SELECT version, checksum FROM " + table),
                            row -> Map.entry(row.getInt(1), row.getString(2)))
                    .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        }
        return found;
    }

    void create(SqlConnection connection) throws SQLException {
        connection.execute("CREATE TABLE IF NOT EXISTS " + table
                + " (version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL,"
                + " applied_at TEXT NOT NULL)");
    }

    void add(SqlConnection connection, MigrationScript script, Instant now) throws SQLException {
        connection.update(Sql.of(
                "INSERT INTO " + table + " (version, name, checksum, applied_at) VALUES (?, ?, ?, ?)",
                script.version(),
                script.name(),
                script.checksum(),
                now.toString()));
    }
}
