package io.orderweave.internal.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.SecretKeys;
import io.orderweave.connector.TokenVault;
import io.orderweave.connector.Tokens;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.id.IdSource;
import io.orderweave.internal.book.Book;
import io.orderweave.internal.book.ConnectionHealth;
import io.orderweave.store.RecordCollections;
import io.orderweave.store.RecordKey;
import io.orderweave.store.Stores;
import io.orderweave.store.memory.MemoryStores;
import io.orderweave.testing.FakeChannel;
import io.orderweave.testing.TestClock;
import io.orderweave.testing.TestOrders;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class StoredTokenVaultTest {

    private static final ConnectionId SHOP = new ConnectionId("shop");

    private final TestClock clock = new TestClock(TestOrders.NOON);
    private final Stores stores = MemoryStores.create(clock);
    private final ConnectionHealth health = new ConnectionHealth();
    private final TokenVault vault = vault("node-1");

    @Test
    void hasNoTokensBeforeTheFirstAuthorisation() {
        assertThat(vault.current()).isEmpty();

        vault.store(tokens("1"));

        assertThat(vault.current()).contains(tokens("1"));
        assertThat(vault("node-2").current()).contains(tokens("1"));
    }

    @Test
    void letsAStoppedConnectionGoOnWhenItIsAuthorisedAgain() {
        health.stop(SHOP, "refused");

        vault.store(tokens("1"));

        assertThat(health.stopped(SHOP)).isEmpty();
    }

    @Test
    void storesFreshTokensBeforeItGivesThemOut() {
        vault.store(tokens("1"));

        Tokens fresh = vault.refresh(tokens("1"), stale -> tokens("2"));

        assertThat(fresh).isEqualTo(tokens("2"));
        assertThat(vault("node-2").current()).contains(tokens("2"));
    }

    @Test
    void givesTheTokensOfWhoeverWasFaster() {
        vault.store(tokens("2"));

        Tokens current = vault.refresh(tokens("1"), stale -> {
            throw new AssertionError("a used refresh token must not be used again");
        });

        assertThat(current).isEqualTo(tokens("2"));
    }

    @Test
    void refreshesOnceForManyThreads() throws Exception {
        vault.store(tokens("1"));
        int callers = 8;
        AtomicInteger refreshes = new AtomicInteger();
        CountDownLatch ready = new CountDownLatch(callers);
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<Callable<Tokens>> calls = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                calls.add(() -> {
                    ready.countDown();
                    ready.await();
                    return vault.refresh(tokens("1"), stale -> tokens(String.valueOf(1 + refreshes.incrementAndGet())));
                });
            }
            for (Future<Tokens> tokens : threads.invokeAll(calls)) {
                assertThat(tokens.get()).isEqualTo(tokens("2"));
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(refreshes).hasValue(1);
    }

    @Test
    void freshTokensThatTheStoreDoesNotTakeAreKeptUntilItDoes() {
        vault.store(tokens("1"));
        AtomicBoolean down = new AtomicBoolean();
        TokenVault flaky = vault(storesThatFailWhile(down), "node-1");
        AtomicInteger refreshes = new AtomicInteger();
        Function<Tokens, Tokens> refresher = stale -> {
            refreshes.incrementAndGet();
            down.set(true);
            return tokens("2");
        };

        assertThatThrownBy(() -> flaky.refresh(tokens("1"), refresher)).hasMessage("the disk is full");
        down.set(false);
        Tokens kept = flaky.refresh(tokens("1"), refresher);

        assertThat(kept)
                .as("the old ones are spent: asking again with them would be refused")
                .isEqualTo(tokens("2"));
        assertThat(refreshes).hasValue(1);
        assertThat(vault("node-2").current()).contains(tokens("2"));
    }

    @Test
    void anAuthorisationByAPersonOutdatesTokensThatWereNotStored() {
        vault.store(tokens("1"));
        AtomicBoolean down = new AtomicBoolean();
        TokenVault flaky = vault(storesThatFailWhile(down), "node-1");
        assertThatThrownBy(() -> flaky.refresh(tokens("1"), stale -> {
                    down.set(true);
                    return tokens("2");
                }))
                .hasMessage("the disk is full");
        down.set(false);

        flaky.store(tokens("3"));

        assertThat(flaky.refresh(tokens("1"), stale -> tokens("4"))).isEqualTo(tokens("3"));
    }

    /** Stores that write nothing while the disk is full. */
    private Stores storesThatFailWhile(AtomicBoolean down) {
        return (Stores) Proxy.newProxyInstance(
                Stores.class.getClassLoader(), new Class<?>[] {Stores.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("transactor") && down.get()) {
                        throw new IllegalStateException("the disk is full");
                    }
                    return method.invoke(stores, arguments);
                });
    }

    @Test
    void changesNothingWhenTheRefreshFails() {
        vault.store(tokens("1"));
        RuntimeException fault = FakeChannel.lost();

        assertThatThrownBy(() -> vault.refresh(tokens("1"), stale -> {
                    throw fault;
                }))
                .isSameAs(fault);

        assertThat(vault.current()).contains(tokens("1"));
        assertThat(vault.refresh(tokens("1"), stale -> tokens("2"))).isEqualTo(tokens("2"));
    }

    @Test
    void waitsForTheNodeThatRefreshesUntilItsLeaseEnds() {
        vault.store(tokens("1"));
        stores.leases().acquire("token/shop", "node-2", Duration.ofMinutes(2));

        assertThatThrownBy(() -> vault.refresh(tokens("1"), stale -> tokens("2")))
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.TRANSIENT))
                .hasMessageContaining("another node");
        assertThat(vault.current()).contains(tokens("1"));

        clock.advance(Duration.ofMinutes(3));
        assertThat(vault.refresh(tokens("1"), stale -> tokens("2"))).isEqualTo(tokens("2"));
    }

    /** A service takes the spent token for about a minute more; whoever comes later must authorise the account anew. */
    @Test
    void aNodeThatDiesInARefreshFreesTheOthersWithinAMinute() {
        vault.store(tokens("1"));
        TokenVault other = vault("node-2");

        vault.refresh(tokens("1"), stale -> {
            clock.advance(TokenVault.LONGEST_REFRESH);
            assertThatThrownBy(() -> other.refresh(tokens("1"), same -> tokens("2")))
                    .hasMessageContaining("another node");
            clock.advance(Duration.ofSeconds(59).minus(TokenVault.LONGEST_REFRESH));
            return other.refresh(tokens("1"), same -> tokens("2"));
        });

        assertThat(vault.current()).contains(tokens("2"));
    }

    @Test
    void callsTheOutsideWithNoTransactionOpen() {
        vault.store(tokens("1"));

        assertThatThrownBy(() ->
                        stores.transactor().inTransaction(() -> vault.refresh(tokens("1"), stale -> tokens("2"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("must not run inside a transaction");

        vault.refresh(tokens("1"), stale -> {
            assertThat(stores.transactor().active()).isFalse();
            return tokens("2");
        });
    }

    @Test
    void printsNoTokenAnywhere() {
        vault.store(tokens("hidden"));

        byte[] json = stores.records()
                .get(new RecordKey(RecordCollections.TOKENS, "shop"))
                .orElseThrow()
                .content()
                .json();
        assertThat(new String(json, StandardCharsets.UTF_8)).contains("access-hidden");
        assertThat(vault.current().toString()).doesNotContain("hidden");
        assertThat(vault.toString()).doesNotContain("hidden");
    }

    private TokenVault vault(String node) {
        return vault(stores, node);
    }

    private TokenVault vault(Stores on, String node) {
        return new Vaults(new Book(on, clock, new IdSource(clock)), health, node, SecretKeys.none()).of(SHOP);
    }

    private static Tokens tokens(String name) {
        return new Tokens("access-" + name, Optional.of("refresh-" + name), TestOrders.NOON.plusNanos(123_456_789));
    }
}
