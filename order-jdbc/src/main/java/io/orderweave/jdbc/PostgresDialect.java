package io.orderweave.jdbc;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.error.StaleVersionException;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * PostgreSQL: any number of nodes. Transactions are READ COMMITTED; what must not change in between is compared in the WHERE
 * clause of the statement that writes, or locked.
 */
final class PostgresDialect implements Dialect {

    private static final int OLDEST_VERSION = 15;

    private final Duration lockTimeout;
    private final Supplier<Duration> clockOffset;

    PostgresDialect(Duration lockTimeout, Supplier<Duration> clockOffset) {
        this.lockTimeout = lockTimeout;
        this.clockOffset = clockOffset;
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public List<String> scripts() {
        return List.of("V001__tables.sql");
    }

    @Override
    public Duration lockTimeout() {
        return lockTimeout;
    }

    @Override
    public boolean hasSchemas() {
        return true;
    }

    @Override
    public void prepare(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
    }

    @Override
    public void prepareDatabase(SqlConnection connection) throws SQLException {
        int version = connection.jdbc().getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_VERSION) {
            throw new OrderweaveException(
                    FaultCategory.INVALID_CONFIGURATION,
                    "the stores need PostgreSQL " + OLDEST_VERSION + " or later, and this is " + version);
        }
        // In another encoding some texts could not be kept, and bytes would not sort as code points do.
        String encoding = connection
                .first(Sql.of("SHOW server_encoding"), row -> row.getString(1))
                .orElseThrow();
        if (!encoding.equals("UTF8")) {
            throw new OrderweaveException(
                    FaultCategory.INVALID_CONFIGURATION,
                    "the PostgreSQL database must have the encoding UTF8, and has " + encoding);
        }
    }

    @Override
    public boolean tableExists(SqlConnection connection, TablePrefix prefix, String name) throws SQLException {
        return connection
                .first(Sql.of("SELECT to_regclass(?) IS NOT NULL", prefix.table(name)), row -> row.getBoolean(1))
                .orElseThrow();
    }

    @Override
    public void awaitMigrations(SqlConnection connection, TablePrefix prefix) throws SQLException {
        // Ends with the transaction. CREATE TABLE IF NOT EXISTS alone fails when two do it at once.
        connection.first(
                Sql.of("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", prefix.table("schema_history")),
                row -> true);
    }

    @Override
    public void begin(SqlConnection connection) throws SQLException {
        connection.jdbc().setAutoCommit(false);
        // For this transaction only: the session is the host's, or its pool's.
        connection.execute(
                "SET TRANSACTION ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = " + lockTimeout.toMillis());
    }

    @Override
    public void commit(SqlConnection connection) throws SQLException {
        connection.jdbc().commit();
        connection.jdbc().setAutoCommit(true);
    }

    @Override
    public void rollBack(SqlConnection connection) throws SQLException {
        connection.jdbc().rollback();
        connection.jdbc().setAutoCommit(true);
    }

    @Override
    public boolean hasOneWriter() {
        return false;
    }

    @Override
    public boolean knowsCommonValues() {
        return true;
    }

    @Override
    public String lockRows() {
        return " FOR UPDATE SKIP LOCKED";
    }

    @Override
    public StoreClock clock(Clock injected) {
        return transactor -> transactor
                .time(connection -> connection
                        // The moment of the call; now() would be the start of the transaction.
                        .first(
                                Sql.of("SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS bigint)"),
                                row -> Moments.fromMicros(row.getLong(1)))
                        .orElseThrow())
                .plus(clockOffset.get());
    }

    @Override
    public boolean isUniqueViolation(SQLException fault) {
        return SqlState.of(fault).isIn(SqlState.UNIQUE_VIOLATION);
    }

    @Override
    public OrderweaveException translate(SQLException fault, String database) {
        SqlState state = SqlState.of(fault);
        if (SqlState.isOutage(fault)) {
            return as(FaultCategory.TRANSIENT, "the database " + database + " cannot be reached", fault);
        }
        if (state.isIn(SqlState.LOCK_NOT_AVAILABLE)) {
            return as(
                    FaultCategory.TRANSIENT,
                    "rows of the database " + database + " are locked by another transaction, for longer than the lock"
                            + " timeout (" + lockTimeout.toMillis() + " ms, or the host's in its own transaction)",
                    fault);
        }
        if (state.isIn(SqlState.QUERY_CANCELED)) {
            return as(
                    FaultCategory.TRANSIENT,
                    "a statement on the database " + database + " was cancelled, by its time-out or by a person",
                    fault);
        }
        if (state.isConflict()) {
            // Repeated as a whole, as after any change that another was faster with.
            return new StaleVersionException(
                    "what a transaction on the database " + database + " needed (deadlock or serialization)",
                    withoutValues(fault));
        }
        if (state.isOutOfResources()) {
            return as(
                    FaultCategory.TRANSIENT,
                    "the server of the database " + database + " is short of disk, memory or connections",
                    fault);
        }
        if (state.isMisconfigured()) {
            return as(
                    FaultCategory.INVALID_CONFIGURATION,
                    "the database " + database + " refuses the user or has no such schema: check user, password, rights"
                            + " and schema",
                    fault);
        }
        if (state.isIn("25006")) {
            return as(
                    FaultCategory.INVALID_CONFIGURATION,
                    "the database " + database + " is read-only: connect to the primary server",
                    fault);
        }
        if (state.isIn("54")) {
            return as(
                    FaultCategory.INVALID_REQUEST,
                    "a text is too long for an index of the database " + database,
                    fault);
        }
        return as(FaultCategory.INTERNAL, "the database " + database + " refused a statement", fault);
    }

    private static OrderweaveException as(FaultCategory category, String message, SQLException cause) {
        return new OrderweaveException(category, message, withoutValues(cause));
    }

    /** The server quotes rows in its messages, and the driver whole statements of a batch: personal data. */
    private static SQLException withoutValues(SQLException fault) {
        boolean speaksOfTheNetwork = SqlState.of(fault).isIn("08") && !(fault instanceof BatchUpdateException);
        SQLException clean = new SQLException(
                speaksOfTheNetwork ? fault.getMessage() : "SQL state " + fault.getSQLState(),
                fault.getSQLState(),
                fault.getErrorCode());
        clean.setStackTrace(fault.getStackTrace());
        return clean;
    }
}
