package io.orderweave.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.effect.Attempt.Outcome;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectState;
import io.orderweave.store.Stores;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A thread that stood still between its claim and the call does not make the call that others have taken for dead. */
class LateCallTest {

    private Runnable meanwhile = () -> {};

    private final LedgerFixture it = new LedgerFixture(this::interrupted);

    private Stores interrupted(Stores stores) {
        return new StoresAround(stores) {
            @Override
            protected void afterClaim() {
                Runnable act = meanwhile;
                meanwhile = () -> {};
                act.run();
            }
        };
    }

    @Test
    void whatAnotherHasSentMeanwhileIsNotSentAgain() {
        EffectKey key = it.planRemote("1");
        meanwhile = () -> {
            it.runAfter(Duration.ofMinutes(10));
            it.runAfter(Duration.ofSeconds(1));
        };

        it.run();

        assertThat(it.outcomes(key)).containsExactly(Outcome.NOT_FOUND, Outcome.DONE);
        assertThat(it.remote.calls).hasSize(1);
    }

    @Test
    void aClaimThatCannotBeUsedInTimeIsTakenAnew() {
        EffectKey key = it.planRemote("1");
        meanwhile = () -> it.clock.advance(Duration.ofSeconds(61));

        it.run();

        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
        assertThat(it.effect(key).callDeadline()).contains(it.clock.instant().plus(ScriptedRemote.DEADLINE));
        assertThat(it.remote.sentRequests()).containsExactly(2);
    }

    @Test
    void aCallThatEndsWithinTheClaimIsMade() {
        it.planRemote("1");
        meanwhile = () -> it.clock.advance(Duration.ofSeconds(60));

        it.run();

        assertThat(it.remote.sentRequests()).containsExactly(1);
    }

    @Test
    void threadsThatAreTheCallersOwnKeepNoClaimWaiting() {
        for (int i = 1; i <= 3; i++) {
            it.planRemote(String.valueOf(i));
            it.remote.answers.add(() -> {
                it.clock.advance(Duration.ofMinutes(1));
                return ScriptedRemote.done("R");
            });
        }

        assertThat(it.effects.runDue(Runnable::run, 4).done()).isEqualTo(3);

        assertThat(it.remote.sentRequests()).containsExactly(1, 2, 3);
    }
}
