package io.orderweave.jdbc;

import io.orderweave.error.OrderweaveException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What differs from one database to the next. One implementation for each; immutable. */
interface Dialect {

    /** Name of the database's folder among the migration scripts. */
    String name();

    /** File names of the migration scripts, in the order of their versions. */
    List<String> scripts();

    /** How long a statement or transaction waits for another one's lock. */
    Duration lockTimeout();

    /** Whether tables can lie in a schema of a name. */
    boolean hasSchemas();

    /** Sets a connection up that was just opened; auto-commit is on afterwards. */
    void prepare(Connection connection) throws SQLException;

    /** What must be done once for a database before its first migration, outside a transaction. */
    void prepareDatabase(SqlConnection connection) throws SQLException;

    boolean tableExists(SqlConnection connection, TablePrefix prefix, String name) throws SQLException;

    /** Waits, in a transaction, until no other migration of these tables runs; others then wait for this transaction. */
    void awaitMigrations(SqlConnection connection, TablePrefix prefix) throws SQLException;

    /** Begins a transaction that may write, and waits for others where the database has one writer. */
    void begin(SqlConnection connection) throws SQLException;

    void commit(SqlConnection connection) throws SQLException;

    void rollBack(SqlConnection connection) throws SQLException;

    /** Whether two transactions of one process had better queue up before they begin. */
    boolean hasOneWriter();

    /** Whether the database itself keeps count of which values are common, and plans its searches by that. */
    boolean knowsCommonValues();

    /** The end of a SELECT that locks its rows and passes over those another transaction has locked. */
    String lockRows();

    /**
     * The clock of leases.
     *
     * @param injected the host's, which tells the time where the database has no clock for several machines
     */
    StoreClock clock(Clock injected);

    /** Whether a unique index refused the statement. */
    boolean isUniqueViolation(SQLException fault);

    /**
     * The fault in our words.
     *
     * @param database its URL without credentials
     */
    OrderweaveException translate(SQLException fault, String database);
}
