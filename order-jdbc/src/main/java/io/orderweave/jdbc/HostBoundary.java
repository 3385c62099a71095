package io.orderweave.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

/**
 * Our part of the host's transaction: between savepoints, so that a failure takes back all we wrote even when the host
 * goes on and commits.
 */
record HostBoundary(Connection connection, Savepoint start) implements Boundary {

    static Boundary begin(SqlConnection connection) throws SQLException {
        return new HostBoundary(connection.jdbc(), connection.jdbc().setSavepoint());
    }

    @Override
    public void commit() throws SQLException {
        connection.releaseSavepoint(start);
    }

    @Override
    public void rollBack() throws SQLException {
        connection.rollback(start);
    }
}
