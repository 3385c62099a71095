package io.orderweave.jdbc;

import static io.orderweave.jdbc.Faults.assertFault;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.store.JournalRow;
import io.orderweave.store.LeaseStore.Lease;
import io.orderweave.store.StoredEffect;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Two nodes of a shop on one database: two stores that share nothing else. */
class PostgresNodesTest {

    private static final String PREFIX = "nodes_";
    private static final Instant DUE = Instant.parse("2026-03-01T10:00:00Z");

    private final JdbcStores one = node(TestBook.CLOCK);
    private final JdbcStores other = node(TestBook.CLOCK);

    @BeforeEach
    void migrate() {
        one.migrate();
        PostgresServer.empty(PREFIX);
    }

    @Test
    void claimDisjointEffectsWithoutWaiting() {
        IntStream.range(0, 6).forEach(number -> one.effects().insertIfAbsent(effect("effect-" + number)));

        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        one.transactor().inTransaction(() -> {
            first.addAll(keys(one.effects().lockDue(DUE, 2, Set.of())));
            // While the first transaction is open.
            OtherThread.run(() -> other.transactor()
                    .inTransaction(() -> second.addAll(keys(other.effects().lockDue(DUE, 10, Set.of())))));
            return true;
        });

        assertThat(first).containsExactly("effect-0", "effect-1");
        assertThat(second).containsExactly("effect-2", "effect-3", "effect-4", "effect-5");
    }

    @Test
    void claimEachEffectOnceInARace() throws Exception {
        int effects = 100;
        IntStream.range(0, effects).forEach(number -> one.effects().insertIfAbsent(effect("effect-" + number)));

        List<String> claimed = race(8, number -> {
            JdbcStores node = number % 2 == 0 ? one : other;
            List<String> mine = new ArrayList<>();
            while (node.transactor().inTransaction(() -> {
                List<StoredEffect> due = node.effects().lockDue(DUE, 5, Set.of());
                due.forEach(effect -> {
                    assertThat(node.effects().update(claimed(effect))).isTrue();
                    mine.add(effect.key());
                });
                return !due.isEmpty();
            })) {}
            return mine;
        });

        assertThat(claimed).hasSize(effects).doesNotHaveDuplicates();
    }

    @Test
    void countWithoutGapOrDuplicateThoughSomeRollBack() throws Exception {
        List<Long> numbers = race(8, number -> {
            JdbcStores node = number % 2 == 0 ? one : other;
            List<Long> mine = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                boolean keep = i % 3 != 0;
                try {
                    mine.add(node.transactor().inTransaction(() -> {
                        long next = node.series().next("invoices", 1);
                        if (!keep) {
                            throw new GivenBack();
                        }
                        return next;
                    }));
                } catch (GivenBack expected) {
                    // The number goes to the next one who asks.
                }
            }
            return mine;
        });

        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 48).boxed().toList());
    }

    @Test
    void judgeLeasesByTheDatabasesClockWhateverTheirOwnSays() {
        JdbcStores slow = node(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        JdbcStores fast = node(Clock.fixed(Instant.parse("2999-01-01T00:00:00Z"), ZoneOffset.UTC));

        Optional<Lease> held = slow.leases().acquire("pull", "slow", Duration.ofHours(1));

        assertThat(held).isPresent();
        assertThat(fast.leases().acquire("pull", "fast", Duration.ofHours(1))).isEmpty();
        assertThat(Duration.between(slow.now(), fast.now())).isBetween(Duration.ZERO, Duration.ofMinutes(1));
        assertThat(Duration.between(Instant.now(), fast.now()).abs())
                .as("the test server runs on this machine")
                .isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void waitForALockedRowNoLongerThanTheLockTimeout() {
        one.series().raiseTo("invoices", 1);
        JdbcStores impatient = PostgresServer.builder(PREFIX)
                .lockTimeout(Duration.ofMillis(50))
                .build();

        one.transactor().inTransaction(() -> {
            one.series().next("invoices", 1);
            OtherThread.run(() -> assertFault(
                    () -> impatient
                            .transactor()
                            .inTransaction(() -> impatient.series().next("invoices", 1)),
                    FaultCategory.TRANSIENT,
                    "locked",
                    "50 ms"));
            return true;
        });

        assertThat(other.series().last("invoices")).hasValue(2);
    }

    @Test
    void aDeadlockMakesOneOfThemGiveWay() throws Exception {
        one.series().raiseTo("a", 1);
        one.series().raiseTo("b", 1);
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);

        List<String> outcomes = race(2, number -> {
            JdbcStores node = number == 0 ? one : other;
            try {
                return List.of(node.transactor().inTransaction(() -> {
                    node.series().next(number == 0 ? "a" : "b", 1);
                    await(bothHoldOne);
                    node.series().next(number == 0 ? "b" : "a", 1);
                    return "done";
                }));
            } catch (OrderweaveException fault) {
                return List.of(fault.category() + " "
                        + String.valueOf(fault.getMessage()).contains("deadlock"));
            }
        });

        assertThat(outcomes).containsExactlyInAnyOrder("done", "STALE_VERSION true");
    }

    @Test
    void refuseADriverThatHidesWhichEntriesABatchWrote() throws Exception {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(PostgresServer.url() + "?user=postgres&reWriteBatchedInserts=true");
        JdbcStores rewriting =
                JdbcStores.builder().dataSource(dataSource).tablePrefix(PREFIX).build();

        assertFault(
                () -> rewriting.journal().append(List.of(row(1), row(2))),
                FaultCategory.INVALID_CONFIGURATION,
                "reWriteBatchedInserts");

        assertThat(one.journal().lastSequence("order/1")).isZero();
    }

    private static final class GivenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private interface Part<T> {
        List<T> run(int number) throws Exception;
    }

    /** What so many threads, started together, find in all. */
    private static <T> List<T> race(int threads, Part<T> part) throws Exception {
        CyclicBarrier together = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Callable<List<T>>> parts = new ArrayList<>();
        IntStream.range(0, threads)
                .forEach(number -> parts.add(() -> {
                    together.await();
                    return part.run(number);
                }));
        List<T> found = new ArrayList<>();
        for (Future<List<T>> outcome : pool.invokeAll(parts)) {
            found.addAll(outcome.get());
        }
        pool.shutdown();
        return found;
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static JdbcStores node(Clock clock) {
        return PostgresServer.builder(PREFIX).clock(clock).build();
    }

    private static List<String> keys(List<StoredEffect> effects) {
        return effects.stream().map(StoredEffect::key).toList();
    }

    private static StoredEffect effect(String key) {
        return new StoredEffect(
                key, "order/1", "invoice", Optional.empty(), "PLANNED", Optional.of(DUE), DUE, 1, 1, new byte[0]);
    }

    private static StoredEffect claimed(StoredEffect effect) {
        return new StoredEffect(
                effect.key(),
                effect.subject(),
                effect.kind(),
                effect.connection(),
                "CLAIMED",
                Optional.empty(),
                effect.createdAt(),
                effect.version(),
                effect.schema(),
                effect.json());
    }

    private static JournalRow row(long sequence) {
        return new JournalRow(
                "entry-" + sequence, "order/1", sequence, DUE, "test/1", Optional.empty(), true, new byte[0]);
    }
}
