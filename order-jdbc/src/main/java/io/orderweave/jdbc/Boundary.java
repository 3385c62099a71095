package io.orderweave.jdbc;

import java.sql.SQLException;

/** How a transaction begins and ends. */
interface Boundary {

    void commit() throws SQLException;

    void rollBack() throws SQLException;
}
