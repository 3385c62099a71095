package io.orderweave.jdbc;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The transaction active on a thread: its connection, its end, and whether it can still commit. */
final class JdbcTransaction {

    private final SqlConnection connection;
    private final Boundary boundary;
    private @Nullable Throwable reason;
    private @Nullable Instant told;
    private long toldAt;

    JdbcTransaction(SqlConnection connection, Boundary boundary) {
        this.connection = connection;
        this.boundary = boundary;
    }

    SqlConnection connection() {
        return connection;
    }

    /**
     * Runs {@code work} as a part of the transaction. Nothing more runs after a failure: the database may have ended the
     * transaction by itself, and would commit each further statement alone.
     */
    <T> T join(Supplier<T> work) {
        requireCommittable();
        try {
            return work.get();
        } catch (Throwable fault) {
            if (reason == null) {
                reason = fault;
            }
            throw fault;
        }
    }

    /** The database's time, asked for once and counted on. */
    Instant time(Supplier<Instant> ask) {
        Instant known = told;
        if (known == null) {
            known = ask.get();
            told = known;
            toldAt = System.nanoTime();
        }
        return known.plus(Duration.ofNanos(System.nanoTime() - toldAt)).truncatedTo(ChronoUnit.MICROS);
    }

    void commit() throws SQLException {
        requireCommittable();
        boundary.commit();
    }

    /** @param fault why; takes up what the rollback itself meets */
    void rollBack(Throwable fault) {
        try {
            boundary.rollBack();
        } catch (SQLException e) {
            // Also where the database rolled back by itself, as SQLite may when the disk is full.
            connection.markBroken();
            fault.addSuppressed(e);
        }
    }

    private void requireCommittable() {
        if (reason != null) {
            throw new OrderweaveException(
                    FaultCategory.INTERNAL,
                    "the transaction is rolled back although its work goes on: an exception inside it was caught",
                    reason);
        }
    }
}
