package io.orderweave.jdbc;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connections of the host, opened and closed each time: pooling is the host's business. */
final class ProvidedConnections implements Connections {

    private static final Logger LOG = LoggerFactory.getLogger(ProvidedConnections.class);

    private final ConnectionProvider provider;
    private final Dialect dialect;

    ProvidedConnections(ConnectionProvider provider, Dialect dialect) {
        this.provider = provider;
        this.dialect = dialect;
    }

    @Override
    public Optional<SqlConnection> current() throws SQLException {
        Optional<Connection> hosts = provider.current();
        if (hosts.isPresent() && hosts.get().getAutoCommit()) {
            throw new OrderweaveException(
                    FaultCategory.INVALID_REQUEST,
                    "the connection the host named as its current one has no open transaction: auto-commit is on");
        }
        return hosts.map(SqlConnection::new);
    }

    @Override
    public SqlConnection borrow() throws SQLException {
        Connection connection = provider.open();
        try {
            dialect.prepare(connection);
            return new SqlConnection(connection);
        } catch (SQLException | RuntimeException fault) {
            connection.close();
            throw fault;
        }
    }

    @Override
    public void giveBack(SqlConnection connection) {
        // The pool behind close() tests its connections itself.
        try {
            connection.closeStatements();
            connection.jdbc().close();
        } catch (SQLException e) {
            LOG.warn("A connection could not be given back", e);
        }
    }

    @Override
    public void close() {
        // Nothing is kept open between two uses.
    }
}
