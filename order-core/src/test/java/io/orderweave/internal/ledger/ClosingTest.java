package io.orderweave.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.Effects.RunReport;
import io.orderweave.effect.RemoteEffectHandler.RemoteAnswer;
import io.orderweave.store.Stores;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Closing gives back what was not sent, doubts what is cut, and lets nothing begin. */
class ClosingTest {

    /** Threads of its own: the common pool has but one on a small machine. */
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private final LedgerFixture it = new LedgerFixture();

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nothingBeginsAfterwards() {
        EffectKey key = it.planRemote("1");
        it.runner.close(Duration.ZERO);

        assertThat(it.run()).isEqualTo(RunReport.NOTHING);

        assertThat(it.state(key)).isEqualTo(EffectState.PLANNED);
        assertThat(it.remote.calls).isEmpty();
    }

    @Test
    @Timeout(20)
    void waitsForNothingWhereNothingRuns() {
        it.planRemote("1");
        it.run();

        it.runner.close(Duration.ofHours(1));

        assertThat(it.run()).isEqualTo(RunReport.NOTHING);
    }

    @Test
    void aCutCallIsInDoubtAtOnceAndItsLateAnswerIsIgnored() throws Exception {
        EffectKey key = it.planRemote("1");
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        it.remote.answers.add(() -> {
            called.countDown();
            await(closed);
            return ScriptedRemote.done("late");
        });
        CompletableFuture<RunReport> run = CompletableFuture.supplyAsync(it::run, threads);
        await(called);

        it.runner.close(Duration.ofMillis(1));
        assertThat(it.state(key)).isEqualTo(EffectState.IN_DOUBT);
        assertThat(it.effect(key).reason()).contains("the engine was closed during the call");
        closed.countDown();
        RunReport report = run.get(20, TimeUnit.SECONDS);

        assertThat(report.done()).isZero();
        assertThat(it.state(key)).isEqualTo(EffectState.IN_DOUBT);
        assertThat(it.remote.folded).isEmpty();
    }

    @Test
    void aCutPollIsAskedAgainAfterTheRestart() throws Exception {
        it.remote.answer(new RemoteAnswer.Accepted("h1", Duration.ZERO, Duration.ofHours(1)));
        EffectKey key = it.planRemote("1");
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        it.remote.resumes.add(() -> {
            asked.countDown();
            await(closed);
            throw new IllegalStateException("cut");
        });
        CompletableFuture<RunReport> run = CompletableFuture.supplyAsync(it::run, threads);
        await(asked);

        it.runner.close(Duration.ofMillis(1));
        closed.countDown();
        run.get(20, TimeUnit.SECONDS);

        assertThat(it.state(key)).isEqualTo(EffectState.ACCEPTED);
        assertThat(it.effect(key).handle()).contains("h1");
    }

    @Test
    void waitsForACallThatEndsInTime() throws Exception {
        EffectKey key = it.planRemote("1");
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch waitedFor = new CountDownLatch(1);
        it.remote.answers.add(() -> {
            called.countDown();
            await(waitedFor);
            return ScriptedRemote.done("in time");
        });
        CompletableFuture<RunReport> run = CompletableFuture.supplyAsync(it::run, threads);
        await(called);
        Thread closing = new Thread(() -> it.runner.close(Duration.ofSeconds(20)));
        closing.start();
        // The call ends only once the closing waits for it; one that does not wait at all comes to its end.
        while (closing.isAlive() && closing.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        waitedFor.countDown();

        closing.join();
        run.get(20, TimeUnit.SECONDS);

        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
        assertThat(it.effect(key).reference()).contains("in time");
    }

    @Test
    void aClaimNotYetSentIsGivenBackAndDueAtOnce() {
        // The engine is closed in the moment between the claim's commit and the call.
        LedgerFixture[] holder = new LedgerFixture[1];
        LedgerFixture shut = new LedgerFixture(stores -> closingAfterClaim(stores, holder));
        holder[0] = shut;
        EffectKey key = shut.planRemote("1");

        shut.run();

        assertThat(shut.remote.calls).isEmpty();
        assertThat(shut.state(key)).isEqualTo(EffectState.PLANNED);
        assertThat(shut.effect(key).due()).contains(shut.clock.instant());
        assertThat(shut.effect(key).callDeadline()).isEmpty();
    }

    @Test
    void aPollNotYetBegunIsGivenBackAndDueAtOnce() {
        LedgerFixture[] holder = new LedgerFixture[1];
        LedgerFixture shut = new LedgerFixture(stores -> closingAfterClaim(stores, holder));
        shut.remote.answer(new RemoteAnswer.Accepted("h1", Duration.ofMinutes(1), Duration.ofHours(1)));
        EffectKey key = shut.planRemote("1");
        shut.run();
        holder[0] = shut;

        shut.runAfter(Duration.ofMinutes(1));

        assertThat(shut.remote.resumed).isEmpty();
        assertThat(shut.state(key)).isEqualTo(EffectState.ACCEPTED);
        assertThat(shut.effect(key).due()).contains(shut.clock.instant());
    }

    /** Stores that close the fixture's engine when the transaction commits that has looked for due effects. */
    private static Stores closingAfterClaim(Stores stores, LedgerFixture[] holder) {
        return new StoresAround(stores) {
            @Override
            protected void afterClaim() {
                if (holder[0] != null) {
                    holder[0].runner.close(Duration.ZERO);
                }
            }
        };
    }
}
