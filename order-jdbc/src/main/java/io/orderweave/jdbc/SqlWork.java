package io.orderweave.jdbc;

import java.sql.SQLException;

/** Statements on one connection that belong together. */
@FunctionalInterface
interface SqlWork<T> {

    T run(SqlConnection connection) throws SQLException;
}
