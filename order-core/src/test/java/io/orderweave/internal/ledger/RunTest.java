package io.orderweave.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.effect.Effects.RunReport;
import java.time.Duration;
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

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(Duration.ofSeconds(30).toMillis(), TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
