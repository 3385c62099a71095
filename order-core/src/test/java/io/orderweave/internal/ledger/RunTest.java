package io.orderweave.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.effect.Effects.RunReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    /** Works through what is left; each piece calls for help first. */
    private boolean work(Tally tally, Runnable another) {
        if (left.getAndDecrement() <= 0) {
            return false;
        }
        another.run();
        most.accumulateAndGet(working.incrementAndGet(), Math::max);
        Thread.yield();
        working.decrementAndGet();
        tally.done();
        return true;
    }

    @Test
    void doesEverythingAndCountsIt() {
        left.set(500);

        RunReport report = new Run(threads, 4, () -> this::work).run();

        assertThat(report.done()).isEqualTo(500);
        assertThat(most.get()).isBetween(1, 4);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void bringsAsManyWorkersAsThereIsWorkFor() {
        CyclicBarrier together = new CyclicBarrier(3);
        AtomicInteger pieces = new AtomicInteger(3);

        RunReport report = new Run(threads, 8, () -> (tally, another) -> {
                    if (pieces.getAndDecrement() <= 0) {
                        return false;
                    }
                    another.run();
                    meet(together);
                    tally.done();
                    return true;
                })
                .run();

        assertThat(report.done()).isEqualTo(3);
    }

    @Test
    void aWorkersFaultEndsTheRunAndReachesTheCaller() {
        CyclicBarrier together = new CyclicBarrier(2);
        AtomicInteger steps = new AtomicInteger();
        Run run = new Run(threads, 2, () -> (tally, another) -> {
            int step = steps.incrementAndGet();
            another.run();
            if (step <= 2) {
                meet(together);
            }
            if (step == 2) {
                throw new IllegalStateException("no database");
            }
            return true;
        });

        assertThatThrownBy(run::run).isInstanceOf(IllegalStateException.class).hasMessage("no database");
    }

    @Test
    void threadsThatRefuseMakeItNarrowerNotWrong() {
        left.set(50);

        RunReport report = new Run(
                        task -> {
                            throw new RejectedExecutionException("full");
                        },
                        4,
                        () -> this::work)
                .run();

        assertThat(report.done()).isEqualTo(50);
        assertThat(most).hasValue(1);
    }

    @Test
    void anInterruptedCallerWaitsForWhatRunsAndStaysInterrupted() {
        left.set(20);
        Thread.currentThread().interrupt();

        RunReport report = new Run(threads, 3, () -> this::work).run();

        assertThat(report.done()).isEqualTo(20);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aRunOnTheOnlyThreadOfItsOwnPoolEnds() throws Exception {
        ExecutorService only = Executors.newSingleThreadExecutor();
        left.set(20);
        try {
            RunReport report =
                    only.submit(() -> new Run(only, 4, () -> this::work).run()).get(30, TimeUnit.SECONDS);

            assertThat(report.done()).isEqualTo(20);
        } finally {
            only.shutdownNow();
        }
    }

    @Test
    void whoComesWhenTheRunIsOverDoesNothing() {
        List<Runnable> late = new ArrayList<>();
        left.set(1);
        new Run(late::add, 2, () -> this::work).run();
        left.set(5);

        late.forEach(Runnable::run);

        assertThat(late).hasSize(1);
        assertThat(left).hasValue(5);
    }

    @Test
    void noMoreAreCalledForThanMayWork() {
        List<Runnable> called = new ArrayList<>();
        left.set(10);

        new Run(called::add, 3, () -> this::work).run();

        assertThat(called).hasSize(2);
    }

    @Test
    void nobodyIsCalledForWhenTheCallerIsEnough() {
        List<Runnable> called = new ArrayList<>();
        left.set(10);

        new Run(called::add, 1, () -> this::work).run();

        assertThat(called).isEmpty();
    }

    @Test
    void theCallersOwnThreadIsNoHelp() {
        List<String> steps = new ArrayList<>();
        left.set(2);

        new Run(Runnable::run, 4, () -> (tally, another) -> {
                    int piece = left.getAndDecrement();
                    if (piece <= 0) {
                        return false;
                    }
                    another.run();
                    steps.add("piece " + piece);
                    return true;
                })
                .run();

        assertThat(steps).containsExactly("piece 2", "piece 1");
    }

    @Test
    void anotherThreadHelpsAlsoWhenItIsDoneBeforeTheCallReturns() {
        Set<Thread> workers = ConcurrentHashMap.newKeySet();
        left.set(2);

        new Run(RunTest::onAnotherThreadToItsEnd, 2, () -> (tally, another) -> {
                    if (left.getAndDecrement() <= 0) {
                        return false;
                    }
                    another.run();
                    workers.add(Thread.currentThread());
                    return true;
                })
                .run();

        assertThat(workers).hasSize(2);
    }

    @Test
    void aThreadThatCalledForHelpAndEndedMayBeTheHelp() {
        ExecutorService only = Executors.newSingleThreadExecutor();
        CountDownLatch third = new CountDownLatch(1);
        AtomicInteger pieces = new AtomicInteger();
        try {
            new Run(only, 3, () -> (tally, another) -> {
                        int piece = pieces.incrementAndGet();
                        if (piece > 3) {
                            return false;
                        }
                        another.run();
                        if (piece == 1) {
                            await(third);
                        } else if (piece == 3) {
                            third.countDown();
                        }
                        return false;
                    })
                    .run();
        } finally {
            only.shutdownNow();
        }

        assertThat(third.getCount()).isZero();
    }

    private static void onAnotherThreadToItsEnd(Runnable task) {
        Thread thread = new Thread(task);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(Duration.ofSeconds(30).toMillis(), TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
