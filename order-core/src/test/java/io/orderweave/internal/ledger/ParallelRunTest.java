package io.orderweave.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.Effects.RunReport;
import io.orderweave.effect.LocalEffectHandler.LocalOutcome;
import io.orderweave.effect.RemoteEffectHandler.RemoteAnswer;
import io.orderweave.error.StaleVersionException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ParallelRunTest {

    private final LedgerFixture it = new LedgerFixture();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private RunReport run(int atOnce) {
        return it.effects.runDue(threads, atOnce);
    }

    private List<EffectKey> plan(int howMany) {
        return IntStream.rangeClosed(1, howMany)
                .mapToObj(i -> it.planRemote(String.valueOf(i)))
                .toList();
    }

    @Test
    void callsRunSideBySide() {
        CyclicBarrier together = new CyclicBarrier(3);
        List<EffectKey> keys = plan(3);
        for (int i = 0; i < 3; i++) {
            it.remote.answers.add(() -> {
                meet(together);
                return ScriptedRemote.done("R");
            });
        }

        RunReport report = run(8);

        assertThat(report.done()).isEqualTo(3);
        assertThat(keys).extracting(it::state).containsOnly(EffectState.DONE);
    }

    @Test
    void aConnectionGetsNoMoreCallsAtOnceThanItTakes() {
        AtomicInteger calling = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        it.callsAtOnce(2);
        plan(12);
        Supplier<RemoteAnswer> counted = () -> {
            most.accumulateAndGet(calling.incrementAndGet(), Math::max);
            Thread.yield();
            calling.decrementAndGet();
            return ScriptedRemote.done("R");
        };
        IntStream.range(0, 12).forEach(i -> it.remote.answers.add(counted));

        RunReport report = run(8);

        assertThat(report.done()).isEqualTo(12);
        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void aLookThatRunsAgainDoesNotTakeItsOwnConnectionForBusy() {
        it.callsAtOnce(1);
        EffectKey key = plan(1).get(0);
        var prepare = it.remote.prepare;
        it.remote.prepare = context -> {
            it.remote.prepare = prepare;
            throw new StaleVersionException("order o1");
        };

        run(1);

        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
    }

    @Test
    void aBusyConnectionHoldsUpNothingElse() {
        CyclicBarrier together = new CyclicBarrier(2);
        it.callsAtOnce(1);
        plan(30);
        it.clock.advance(Duration.ofSeconds(1));
        EffectKey local = it.planLocal("1");
        it.remote.answers.add(() -> {
            // The first call ends only when the local effect has been performed beside it.
            meet(together);
            return ScriptedRemote.done("R");
        });
        it.local.outcomes.add(context -> {
            meet(together);
            return new LocalOutcome.Done(Optional.empty());
        });

        run(4);

        assertThat(it.state(local)).isEqualTo(EffectState.DONE);
        assertThat(it.remote.calls).hasSize(30);
    }

    @Test
    void whatWaitsForAnotherNeverOvertakesIt() {
        List<EffectKey> first = plan(6);
        List<EffectKey> second = first.stream()
                .map(key -> it.plan(LedgerFixture.wish(EffectKind.SHIPMENT, "after-" + key.discriminator())
                        .connection(LedgerFixture.AWAY)
                        .addAfter(key)
                        .build()))
                .toList();

        run(4);

        assertThat(second).extracting(it::state).containsOnly(EffectState.DONE);
        List<EffectKey> called =
                it.remote.calls.stream().map(call -> call.key()).toList();
        for (int i = 0; i < first.size(); i++) {
            assertThat(called.indexOf(first.get(i))).isLessThan(called.indexOf(second.get(i)));
        }
    }

    @Test
    void nothingIsDoneTwiceByManyThreads() {
        plan(60);
        IntStream.range(0, 60).forEach(i -> it.planLocal(String.valueOf(i)));

        RunReport report = run(8);

        assertThat(report.done()).isEqualTo(120);
        assertThat(it.remote.calls).hasSize(60).extracting(call -> call.key()).doesNotHaveDuplicates();
        assertThat(it.local.performed).isEqualTo(60);
    }

    @Test
    void fewerThanOneAtATimeIsRefused() {
        assertThatThrownBy(() -> run(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 0");
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
