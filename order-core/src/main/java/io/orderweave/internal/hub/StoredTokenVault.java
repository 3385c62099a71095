package io.orderweave.internal.hub;

import io.orderweave.connection.ConnectionId;
import io.orderweave.connector.TokenVault;
import io.orderweave.connector.Tokens;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.ConnectionHealth;
import io.orderweave.store.LeaseStore.Lease;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Tokens of one connection in the store. Threads of this node wait for each other, other nodes are kept off by a lease. */
final class StoredTokenVault implements TokenVault {

    /**
     * Longer than a refresh may take. A node that dies during one frees the others after it, soon enough for a service that takes the
     * spent token for a minute more.
     */
    private static final Duration LEASE = TokenVault.LONGEST_REFRESH.plusSeconds(5);

    private final Book book;
    private final StoredTokens tokens;
    private final ConnectionHealth health;
    private final ConnectionId connection;
    private final String node;
    private final ReentrantLock lock = new ReentrantLock();

    /** Fresh tokens that the store did not take. Those before them are spent, so there are no others; held under the lock. */
    private Optional<Tokens> unsaved = Optional.empty();

    StoredTokenVault(Book book, StoredTokens tokens, ConnectionHealth health, ConnectionId connection, String node) {
        this.book = book;
        this.tokens = tokens;
        this.health = health;
        this.connection = connection;
        this.node = node;
    }

    @Override
    public Optional<Tokens> current() {
        return tokens.find(connection);
    }

    @Override
    public void store(Tokens fresh) {
        lock.lock();
        try {
            unsaved = Optional.of(fresh);
            tokens.put(connection, fresh);
            unsaved = Optional.empty();
        } finally {
            lock.unlock();
        }
        health.resume(connection);
    }

    @Override
    public Tokens refresh(Tokens stale, Function<Tokens, Tokens> refresher) {
        if (book.stores().transactor().active()) {
            throw new IllegalStateException("a token refresh calls the outside and must not run inside a transaction");
        }
        lock.lock();
        try {
            unsaved.ifPresent(this::store);
            Optional<Tokens> already = current().filter(stored -> !stored.equals(stale));
            if (already.isPresent()) {
                return already.get();
            }
            Lease lease = book.stores()
                    .leases()
                    .acquire("token/" + connection, node, LEASE)
                    .orElseThrow(() -> new OrderweaveException(
                            FaultCategory.TRANSIENT,
                            "another node is refreshing the token of connection " + connection));
            try {
                return refreshAlone(stale, refresher);
            } finally {
                book.stores().leases().release(lease);
            }
        } finally {
            lock.unlock();
        }
    }

    private Tokens refreshAlone(Tokens stale, Function<Tokens, Tokens> refresher) {
        // Another node may have been faster between the first look and the lease.
        Optional<Tokens> already = current().filter(stored -> !stored.equals(stale));
        if (already.isPresent()) {
            return already.get();
        }
        Tokens fresh = refresher.apply(stale);
        store(fresh);
        return fresh;
    }
}
