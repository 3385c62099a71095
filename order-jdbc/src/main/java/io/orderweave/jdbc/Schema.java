package io.orderweave.jdbc;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tables as this version of the library knows them: brings a database there, or refuses one that is elsewhere. */
final class Schema {

    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

    private final Dialect dialect;
    private final TablePrefix prefix;
    private final String database;
    private final Clock clock;
    private final SchemaHistory history;
    private final List<MigrationScript> scripts;

    /** Looked at once: a schema that fits does not change under a running node. */
    private volatile boolean known;

    Schema(Dialect dialect, TablePrefix prefix, String database, Clock clock, List<MigrationScript> scripts) {
        this.dialect = dialect;
        this.prefix = prefix;
        this.database = database;
        this.clock = clock;
        this.history = new SchemaHistory(dialect, prefix);
        this.scripts = List.copyOf(scripts);
    }

    /** Refuses a database that was not migrated to exactly this version's schema. */
    void requireCurrent(SqlConnection connection) throws SQLException {
        if (known) {
            return;
        }
        int applied = requireKnown(history.checksums(connection));
        if (applied < scripts.size()) {
            throw new OrderweaveException(
                    FaultCategory.INVALID_CONFIGURATION,
                    describe() + (applied == 0 ? " has no tables yet" : " has an older schema")
                            + ": call migrate() before its first use");
        }
        known = true;
    }

    /**
     * Runs the scripts that were not run, all or none; another migration at the same time is waited for.
     *
     * @return how many were run
     */
    int migrate(SqlConnection connection) throws SQLException {
        dialect.prepareDatabase(connection);
        dialect.begin(connection);
        try {
            dialect.awaitMigrations(connection, prefix);
            history.create(connection);
            int applied = requireKnown(history.checksums(connection));
            List<MigrationScript> missing = scripts.subList(applied, scripts.size());
            for (MigrationScript script : missing) {
                apply(script, connection);
            }
            dialect.commit(connection);
            return missing.size();
        } catch (Throwable fault) {
            // Closed afterwards, which rolls back.
            connection.markBroken();
            throw fault;
        }
    }

    private void apply(MigrationScript script, SqlConnection connection) throws SQLException {
        for (String statement : script.statements(prefix)) {
            connection.execute(statement);
        }
        history.add(connection, script, clock.instant());
        LOG.info(
                "Migrated tables {}* of {} to version {} ({})",
                prefix.table(""),
                database,
                script.version(),
                script.name());
    }

    /** How many of our scripts were run, which must be the first ones, unchanged, and no others. */
    private int requireKnown(Map<Integer, String> applied) {
        int position = 0;
        for (Map.Entry<Integer, String> entry : applied.entrySet()) {
            requireNotNewer(entry.getKey());
            MigrationScript script = scripts.get(position);
            if (script.version() != entry.getKey() || !script.checksum().equals(entry.getValue())) {
                throw new OrderweaveException(
                        FaultCategory.INVALID_CONFIGURATION,
                        describe() + " was migrated by another script " + script.version() + " (" + script.name()
                                + ") than this library's: use the library that made it, or restore a backup");
            }
            position++;
        }
        return position;
    }

    private void requireNotNewer(int version) {
        int latest = scripts.get(scripts.size() - 1).version();
        if (version > latest) {
            throw new OrderweaveException(
                    FaultCategory.NEWER_SCHEMA,
                    describe() + " has schema version " + version + ", and this library knows none after " + latest
                            + ": use a newer library");
        }
    }

    private String describe() {
        return "the database " + database + " (tables " + prefix.table("*") + ")";
    }
}
