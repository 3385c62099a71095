package io.orderweave.jdbc;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connections to one SQLite file. A few are kept open: opening one costs more than most transactions. */
final class SqliteFile implements Connections {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteFile.class);
    private static final int KEPT_OPEN = 8;

    private final String url;
    private final Dialect dialect;
    private final Deque<SqlConnection> idle = new ArrayDeque<>();
    private boolean closed;

    SqliteFile(Path file, Dialect dialect) {
        this.url = url(file);
        this.dialect = dialect;
    }

    /** The URL of the file, whose folder must exist. */
    private static String url(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new OrderweaveException(
                    FaultCategory.INVALID_CONFIGURATION,
                    "cannot open the database " + file + ": its folder does not exist");
        }
        if (file.toString().contains("?")) {
            throw new OrderweaveException(
                    FaultCategory.INVALID_CONFIGURATION,
                    "cannot open the database " + file + ": the driver would cut its name at the question mark");
        }
        return "jdbc:sqlite:" + file.toAbsolutePath().normalize();
    }

    String url() {
        return url;
    }

    @Override
    public Optional<SqlConnection> current() {
        return Optional.empty();
    }

    @Override
    public SqlConnection borrow() throws SQLException {
        synchronized (idle) {
            if (closed) {
                throw new OrderweaveException(FaultCategory.INVALID_REQUEST, "the stores on " + url + " are closed");
            }
            // The one used last: its pages and statements are still at hand.
            SqlConnection kept = idle.poll();
            if (kept != null) {
                return kept;
            }
        }
        return open();
    }

    @Override
    public void giveBack(SqlConnection connection) {
        synchronized (idle) {
            if (!connection.isBroken() && !closed && idle.size() < KEPT_OPEN) {
                idle.push(connection);
                return;
            }
        }
        closeQuietly(connection);
    }

    @Override
    public void close() {
        Deque<SqlConnection> last;
        synchronized (idle) {
            closed = true;
            last = new ArrayDeque<>(idle);
            idle.clear();
        }
        last.forEach(SqliteFile::closeQuietly);
    }

    private SqlConnection open() throws SQLException {
        if (DriverManager.drivers().noneMatch(this::accepts)) {
            throw new OrderweaveException(
                    FaultCategory.INVALID_CONFIGURATION,
                    "no JDBC driver for " + url + ": add org.xerial:sqlite-jdbc to the class path");
        }
        Connection connection = DriverManager.getConnection(url);
        try {
            dialect.prepare(connection);
            SqlConnection opened = new SqlConnection(connection);
            // Not on the host's connections, where it would change what happens to the host's own tables.
            opened.execute("PRAGMA foreign_keys = ON");
            return opened;
        } catch (SQLException | RuntimeException fault) {
            connection.close();
            throw fault;
        }
    }

    private boolean accepts(Driver driver) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException e) {
            return false;
        }
    }

    private static void closeQuietly(SqlConnection connection) {
        try {
            connection.closeStatements();
            connection.jdbc().close();
        } catch (SQLException e) {
            LOG.warn("A connection could not be closed", e);
        }
    }
}
