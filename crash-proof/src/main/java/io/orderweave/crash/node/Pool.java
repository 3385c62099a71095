package io.orderweave.crash.node;

import io.orderweave.jdbc.ConnectionProvider;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A host's connection pool: keeps what was closed and gives it out again, and refuses now and then when it is exhausted. Thread-safe. */
final class Pool implements ConnectionProvider, AutoCloseable {

    private final DataSource dataSource;
    private final int refusesOneIn;
    private final AtomicInteger asked = new AtomicInteger();
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    /**
     * @param refusesOneIn every so many-th connection is refused, as if the host's other code had taken all; 0 for none
     */
    Pool(DataSource dataSource, int refusesOneIn) {
        this.dataSource = dataSource;
        this.refusesOneIn = refusesOneIn;
    }

    @Override
    public Optional<Connection> current() {
        return Optional.empty();
    }

    @Override
    public Connection open() throws SQLException {
        // The first is how the stores learn which database it is.
        if (refusesOneIn > 0 && asked.incrementAndGet() % refusesOneIn == 0) {
            throw new SQLTransientConnectionException("pool exhausted: no connection became free in time", "08001");
        }
        Connection kept = idle.poll();
        Connection real = kept != null ? kept : dataSource.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        giveBack(real);
                        return null;
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Closes what is not in use. */
    @Override
    public void close() {
        try {
            for (Connection next = idle.poll(); next != null; next = idle.poll()) {
                next.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a connection could not be closed", e);
        }
    }

    private void giveBack(Connection real) throws SQLException {
        if (real.isClosed()) {
            return;
        }
        if (!real.getAutoCommit()) {
            real.rollback();
            real.setAutoCommit(true);
        }
        idle.push(real);
    }
}
