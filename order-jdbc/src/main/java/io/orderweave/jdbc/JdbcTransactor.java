package io.orderweave.jdbc;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.store.Transactor;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Binds transactions to threads: our own on a borrowed connection, or our part of the host's. */
final class JdbcTransactor implements Transactor {

    private final Connections connections;
    private final Dialect dialect;
    private final Schema schema;
    private final String database;
    private final WriterQueue writers;

    /** Empty again when the transaction has ended. */
    @SuppressWarnings("ThreadLocalUsage") // Not static: a thread may be in transactions of two order books.
    private final ThreadLocal<@Nullable JdbcTransaction> current = new ThreadLocal<>();

    JdbcTransactor(Connections connections, Dialect dialect, Schema schema, String database) {
        this.connections = connections;
        this.dialect = dialect;
        this.schema = schema;
        this.database = database;
        this.writers = new WriterQueue(dialect.lockTimeout(), database);
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        JdbcTransaction active = current.get();
        if (active != null) {
            return active.join(work);
        }
        Optional<SqlConnection> hosts = hostConnection();
        if (hosts.isPresent()) {
            return onHostConnection(
                    hosts.get(), connection -> within(connection, HostBoundary.begin(connection), work));
        }
        return dialect.hasOneWriter() ? writers.inTurn(() -> inOwnTransaction(work)) : inOwnTransaction(work);
    }

    @Override
    public boolean active() {
        return current.get() != null || hostConnection().isPresent();
    }

    /** Refuses a method that makes no sense outside a transaction. */
    void requireActive(String method) {
        if (!active()) {
            throw new OrderweaveException(
                    FaultCategory.INVALID_REQUEST, method + " must be called in a transaction, and none is active");
        }
    }

    /** Runs statements that change something, all or none. */
    <T> T write(SqlWork<T> work) {
        return inTransaction(() -> attempt(() -> work.run(activeConnection())));
    }

    /** Runs statements that read: in the active transaction, else each by itself and without waiting for a writer. */
    <T> T read(SqlWork<T> work) {
        JdbcTransaction active = current.get();
        if (active != null) {
            return active.join(() -> attempt(() -> work.run(active.connection())));
        }
        return hostConnection()
                .map(connection -> onHostConnection(connection, work))
                .orElseGet(() -> onOwnConnection(work));
    }

    /**
     * The database's time. A transaction asks for it once and counts on by the monotonic clock of this machine: a round trip for each
     * moment of a transaction would cost more than what they are for.
     */
    Instant time(SqlWork<Instant> ask) {
        JdbcTransaction active = current.get();
        return active == null ? read(ask) : active.time(() -> read(ask));
    }

    private <T> T inOwnTransaction(Supplier<T> work) {
        return onOwnConnection(connection -> within(connection, OwnBoundary.begin(dialect, connection), work));
    }

    private <T> T within(SqlConnection connection, Boundary boundary, Supplier<T> work) throws SQLException {
        JdbcTransaction transaction = new JdbcTransaction(connection, boundary);
        current.set(transaction);
        try {
            T result = work.get();
            transaction.commit();
            return result;
        } catch (Throwable fault) {
            transaction.rollBack(fault);
            throw fault;
        } finally {
            current.remove();
        }
    }

    private SqlConnection activeConnection() {
        JdbcTransaction active = current.get();
        if (active == null) {
            throw new IllegalStateException("a write outside a transaction");
        }
        return active.connection();
    }

    private Optional<SqlConnection> hostConnection() {
        return attempt(connections::current);
    }

    /** The statements are closed and nothing else: the connection stays the host's. */
    private <T> T onHostConnection(SqlConnection connection, SqlWork<T> work) {
        return attempt(() -> {
            try {
                schema.requireCurrent(connection);
                return work.run(connection);
            } finally {
                connection.closeStatements();
            }
        });
    }

    private <T> T onOwnConnection(SqlWork<T> work) {
        return attempt(() -> {
            SqlConnection connection = connections.borrow();
            try {
                schema.requireCurrent(connection);
                return work.run(connection);
            } catch (SQLException fault) {
                connection.markBroken();
                throw fault;
            } finally {
                connections.giveBack(connection);
            }
        });
    }

    private <T> T attempt(Attempt<T> attempt) {
        try {
            return attempt.run();
        } catch (SQLException fault) {
            throw dialect.translate(fault, database);
        }
    }

    @FunctionalInterface
    private interface Attempt<T> {
        T run() throws SQLException;
    }
}
