package io.orderweave.jdbc;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * SQLite: one file, one machine, one writer at a time.
 *
 * <p>Result codes and their meaning: sqlite.org/rescode.html; the driver gives the primary code as the vendor code.
 */
final class SqliteDialect implements Dialect {

    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READ_ONLY = 8;
    private static final int IO_ERROR = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;
    private static final int CONSTRAINT = 19;
    private static final int NOT_A_DATABASE = 26;

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(5);

    private final Duration lockTimeout;

    SqliteDialect(Duration lockTimeout) {
        this.lockTimeout = lockTimeout;
    }

    @Override
    public String name() {
        return "sqlite";
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
        return false;
    }

    @Override
    public void prepare(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            // First, since the others may meet a lock.
            statement.execute("PRAGMA busy_timeout = " + lockTimeout.toMillis());
            // A commit survives a power cut; NORMAL would lose the last ones.
            statement.execute("PRAGMA synchronous = FULL");
        }
    }

    @Override
    public void prepareDatabase(SqlConnection connection) throws SQLException {
        // With a write-ahead log readers do not wait for the writer. The file remembers it.
        String mode = writeAheadLog(connection);
        if (!mode.equals("wal")) {
            throw new OrderweaveException(
                    FaultCategory.INVALID_CONFIGURATION,
                    "the SQLite database cannot keep a write-ahead log (its journal mode is " + mode
                            + "): use a file on a local disk");
        }
    }

    /**
     * The journal mode after asking for a write-ahead log. For this one statement SQLite does not always wait as {@code busy_timeout}
     * says: of processes that open a new file at once, one changes its mode and others are told at once that it is locked.
     */
    private String writeAheadLog(SqlConnection connection) throws SQLException {
        long begun = System.nanoTime();
        while (true) {
            try {
                return connection
                        .first(Sql.of("PRAGMA journal_mode = WAL"), row -> row.getString(1))
                        .orElse("none");
            } catch (SQLException fault) {
                boolean waited = System.nanoTime() - begun >= lockTimeout.toNanos();
                if (fault.getErrorCode() != BUSY || waited) {
                    throw fault;
                }
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
        }
    }

    @Override
    public boolean tableExists(SqlConnection connection, TablePrefix prefix, String name) throws SQLException {
        Sql sql = Sql.of("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", prefix.table(name));
        return connection.first(sql, row -> true).isPresent();
    }

    @Override
    public void awaitMigrations(SqlConnection connection, TablePrefix prefix) {
        // The transaction is the only one that writes.
    }

    @Override
    public void begin(SqlConnection connection) throws SQLException {
        // A deferred transaction that read first could not become a writer once another has committed.
        connection.execute("BEGIN IMMEDIATE");
    }

    @Override
    public void commit(SqlConnection connection) throws SQLException {
        connection.execute("COMMIT");
    }

    @Override
    public void rollBack(SqlConnection connection) throws SQLException {
        connection.execute("ROLLBACK");
    }

    @Override
    public boolean hasOneWriter() {
        return true;
    }

    @Override
    public boolean knowsCommonValues() {
        return false;
    }

    @Override
    public String lockRows() {
        // Nobody else can hold any of them.
        return "";
    }

    @Override
    public StoreClock clock(Clock injected) {
        return transactor -> injected.instant();
    }

    @Override
    public boolean isUniqueViolation(SQLException fault) {
        return fault.getErrorCode() == CONSTRAINT
                && String.valueOf(fault.getMessage()).contains("UNIQUE");
    }

    @Override
    public OrderweaveException translate(SQLException fault, String database) {
        return switch (fault.getErrorCode()) {
            case BUSY, LOCKED ->
                as(
                        FaultCategory.TRANSIENT,
                        "the database " + database + " is locked by another writer, for longer than "
                                + lockTimeout.toMillis() + " ms",
                        fault);
            case IO_ERROR -> as(FaultCategory.TRANSIENT, "the disk failed under the database " + database, fault);
            case FULL -> as(FaultCategory.TRANSIENT, "no room is left for the database " + database, fault);
            case READ_ONLY ->
                as(
                        FaultCategory.INVALID_CONFIGURATION,
                        "the database " + database + " is read-only: its file and folder must be writable",
                        fault);
            case CANNOT_OPEN ->
                as(
                        FaultCategory.INVALID_CONFIGURATION,
                        "the database " + database
                                + " cannot be opened: its file and folder must exist and be writable",
                        fault);
            case NOT_A_DATABASE ->
                as(
                        FaultCategory.INVALID_CONFIGURATION,
                        database + " is not a SQLite database, or an encrypted one",
                        fault);
            case CORRUPT ->
                as(FaultCategory.INTERNAL, "the database " + database + " is damaged: restore a backup", fault);
            default -> as(FaultCategory.INTERNAL, "the database " + database + " refused a statement", fault);
        };
    }

    private static OrderweaveException as(FaultCategory category, String message, SQLException cause) {
        return new OrderweaveException(category, message, cause);
    }
}
