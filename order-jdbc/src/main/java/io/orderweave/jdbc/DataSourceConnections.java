package io.orderweave.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Connections of a data source, without transactions of the host's. */
record DataSourceConnections(DataSource dataSource) implements ConnectionProvider {

    @Override
    public Optional<Connection> current() {
        return Optional.empty();
    }

    @Override
    public Connection open() throws SQLException {
        return dataSource.getConnection();
    }
}
