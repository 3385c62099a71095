package io.orderweave.jdbc;

import io.orderweave.error.OrderweaveException;
import java.sql.Connection;
import java.sql.SQLException;
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

    /** Sets a connection up that was just opened; auto-commit is on afterwards. */
    void prepare(Connection connection) throws SQLException;

    /** What must be done once for a database before its first migration, outside a transaction. */
    void prepareDatabase(SqlConnection connection) throws SQLException;

    /** Begins a transaction that may write, and waits for others where the database has one writer. */
    void begin(SqlConnection connection) throws SQLException;

    void commit(SqlConnection connection) throws SQLException;

    void rollBack(SqlConnection connection) throws SQLException;

    /** Whether two transactions of one process had better queue up before they begin. */
    boolean hasOneWriter();

    /** Whether a unique index refused the statement. */
    boolean isUniqueViolation(SQLException fault);

    /**
     * The fault in our words.
     *
     * @param database its URL without credentials
     */
    OrderweaveException translate(SQLException fault, String database);
}
