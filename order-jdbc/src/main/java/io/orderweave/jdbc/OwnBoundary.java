package io.orderweave.jdbc;

import java.sql.SQLException;

/** A transaction that is ours from its beginning to its end. */
record OwnBoundary(Dialect dialect, SqlConnection connection) implements Boundary {

    static Boundary begin(Dialect dialect, SqlConnection connection) throws SQLException {
        dialect.begin(connection);
        return new OwnBoundary(dialect, connection);
    }

    @Override
    public void commit() throws SQLException {
        dialect.commit(connection);
    }

    @Override
    public void rollBack() throws SQLException {
        dialect.rollBack(connection);
    }
}
