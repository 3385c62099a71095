package io.orderweave.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Where the stores get their connections. Implemented by hosts whose own transactions the stores shall join; others use
 * {@link #of(DataSource)}. Thread-safe.
 */
public interface ConnectionProvider {

    /**
     * The connection of the host's transaction that is open on this thread, with auto-commit off; empty when there is none.
     * The stores neither commit nor close it.
     */
    Optional<Connection> current();

    /** A connection for a transaction of the stores' own, which close it. */
    Connection open() throws SQLException;

    /** Connections of {@code dataSource}; the stores then never join a transaction of the host's. */
    static ConnectionProvider of(DataSource dataSource) {
        return new DataSourceConnections(dataSource);
    }
}
