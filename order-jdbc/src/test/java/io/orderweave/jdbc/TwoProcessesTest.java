package io.orderweave.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.store.LeaseStore.Lease;
import io.orderweave.store.StoredEffect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances share no lock but the file's, as two processes do. */
class TwoProcessesTest {

    private static final int THREADS_EACH = 3;

    @TempDir
    Path folder;

    private JdbcStores first;
    private JdbcStores second;

    @BeforeEach
    void open() {
        first = JdbcStores.sqlite(folder.resolve("book.db"), TestBook.CLOCK);
        second = JdbcStores.sqlite(folder.resolve("book.db"), TestBook.CLOCK);
        first.migrate();
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    @Test
    void seeEachOthersCommits() {
        TestBook.insert(first, TestBook.ORDER);

        assertThat(TestBook.has(second, TestBook.ORDER)).isTrue();
    }

    @Test
    void countWithoutGapOrDuplicate() throws Exception {
        List<Long> numbers = onBoth(stores -> {
            List<Long> spent = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                spent.add(
                        stores.transactor().inTransaction(() -> stores.series().next("invoices", 1)));
            }
            return spent;
        });

        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 2 * THREADS_EACH * 20L)
                        .boxed()
                        .toList());
    }

    @Test
    void claimEachEffectOnce() throws Exception {
        for (int i = 0; i < 60; i++) {
            assertThat(first.effects().insertIfAbsent(effect("effect-" + i, Optional.of(TestBook.NOW), 0)))
                    .isTrue();
        }

        List<String> claimed = onBoth(stores -> {
            List<String> mine = new ArrayList<>();
            while (stores.effects().nextDue().isPresent()) {
                mine.addAll(claim(stores));
            }
            return mine;
        });

        assertThat(claimed).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void holdALeaseOneAtATime() {
        Lease lease =
                first.leases().acquire("pull", "first", Duration.ofMinutes(1)).orElseThrow();

        assertThat(second.leases().acquire("pull", "second", Duration.ofMinutes(1)))
                .isEmpty();
        first.leases().release(lease);
        assertThat(second.leases().acquire("pull", "second", Duration.ofMinutes(1)))
                .isPresent();
    }

    private static List<String> claim(JdbcStores stores) {
        return stores.transactor().inTransaction(() -> {
            List<StoredEffect> due = stores.effects().lockDue(TestBook.NOW, 2, Set.of());
            due.forEach(effect -> stores.effects().update(effect(effect.key(), Optional.empty(), effect.version())));
            return due.stream().map(StoredEffect::key).toList();
        });
    }

    private static StoredEffect effect(String key, Optional<Instant> due, long version) {
        byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
        return new StoredEffect(key, "order/1", "label", Optional.empty(), "X", due, TestBook.NOW, version, 1, json);
    }

    private <T> List<T> onBoth(Function<JdbcStores, List<T>> work) throws Exception {
        int threads = 2 * THREADS_EACH;
        CyclicBarrier together = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<List<T>>> running = Stream.of(first, second)
                .flatMap(stores -> Stream.generate(() -> stores).limit(THREADS_EACH))
                .map(stores -> pool.submit(() -> {
                    together.await();
                    return work.apply(stores);
                }))
                .toList();
        List<T> all = new ArrayList<>();
        for (Future<List<T>> result : running) {
            all.addAll(result.get());
        }
        pool.shutdown();
        return all;
    }
}
