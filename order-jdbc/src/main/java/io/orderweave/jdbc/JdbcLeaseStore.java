package io.orderweave.jdbc;

import io.orderweave.store.LeaseStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A row for each name that was ever leased; it stays, so that the token keeps growing. One statement decides. */
final class JdbcLeaseStore implements LeaseStore {

    private final JdbcTransactor transactor;
    private final StoreClock clock;
    private final String acquire;
    private final String extend;

    JdbcLeaseStore(JdbcTransactor transactor, TablePrefix prefix, StoreClock clock) {
        this.transactor = transactor;
        this.clock = clock;
        String table = prefix.table("leases");
        acquire = "INSERT INTO " + table + " (name, owner, token, held_until) VALUES (?, ?, 1, ?)"
                + " ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, token = " + table + ".token + 1,"
                + " held_until = excluded.held_until WHERE " + table + ".held_until <= ? RETURNING token";
        extend = "UPDATE " + table + " SET held_until = ? WHERE name = ? AND token = ? AND held_until > ?";
    }

    @Override
    public Optional<Lease> acquire(String name, String owner, Duration duration) {
        return transactor.write(connection -> {
            Instant now = clock.now(transactor);
            Sql sql = Sql.of(acquire, name, owner, Moments.toMicros(now.plus(duration)), Moments.toMicros(now));
            return connection.first(sql, row -> new Lease(name, owner, row.getLong("token")));
        });
    }

    @Override
    public boolean renew(Lease lease, Duration duration) {
        return extend(lease, duration);
    }

    /** A lease whose time ends now is free. */
    @Override
    public void release(Lease lease) {
        extend(lease, Duration.ZERO);
    }

    private boolean extend(Lease lease, Duration duration) {
        return transactor.write(connection -> {
            Instant now = clock.now(transactor);
            Sql sql = Sql.of(
                    extend, Moments.toMicros(now.plus(duration)), lease.name(), lease.token(), Moments.toMicros(now));
            return connection.update(sql) == 1;
        });
    }
}
