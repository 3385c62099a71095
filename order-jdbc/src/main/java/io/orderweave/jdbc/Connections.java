package io.orderweave.jdbc;

import java.sql.SQLException;
import java.util.Optional;

/** Lends connections that are set up. Thread-safe. */
interface Connections extends AutoCloseable {

    /** The host's connection with its open transaction on this thread. */
    Optional<SqlConnection> current() throws SQLException;

    SqlConnection borrow() throws SQLException;

    /** Takes back what {@link #borrow} gave. */
    void giveBack(SqlConnection connection);

    @Override
    void close();
}
