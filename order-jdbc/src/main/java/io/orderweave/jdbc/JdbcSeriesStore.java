package io.orderweave.jdbc;

import io.orderweave.store.SeriesStore;
import java.util.Optional;
import java.util.OptionalLong;

/** A row for each counter, locked by whoever counts until its transaction ends. */
final class JdbcSeriesStore implements SeriesStore {

    private final JdbcTransactor transactor;
    private final String next;
    private final String last;
    private final String raise;

    JdbcSeriesStore(JdbcTransactor transactor, TablePrefix prefix) {
        this.transactor = transactor;
        String table = prefix.table("series");
        next = "INSERT INTO " + table + " (counter, last_number) VALUES (?, ?)"
                + " ON CONFLICT (counter) DO UPDATE SET last_number = " + table + ".last_number + 1"
                + " RETURNING last_number";
        last = "SELECT last_number FROM " + table + " WHERE counter = ?";
        raise = "INSERT INTO " + table + " (counter, last_number) VALUES (?, ?)"
                + " ON CONFLICT (counter) DO UPDATE SET last_number = excluded.last_number"
                + " WHERE " + table + ".last_number < excluded.last_number";
    }

    @Override
    public long next(String counter, long first) {
        transactor.requireActive("next");
        return transactor.write(connection -> connection
                .first(Sql.of(next, counter, first), row -> row.getLong(1))
                .orElseThrow());
    }

    @Override
    public OptionalLong last(String counter) {
        Optional<Long> found =
                transactor.read(connection -> connection.first(Sql.of(last, counter), row -> row.getLong(1)));
        return found.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    @Override
    public void raiseTo(String counter, long number) {
        transactor.write(connection -> connection.update(Sql.of(raise, counter, number)));
    }
}
