package io.orderweave.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.connection.Mode;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.LocalEffectHandler.LocalOutcome;
import io.orderweave.effect.RecoveryState;
import io.orderweave.effect.RemoteEffectHandler.RemoteCall;
import io.orderweave.effect.Resolution;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Subject;
import io.orderweave.internal.book.Gate;
import io.orderweave.internal.journal.JournalReader;
import io.orderweave.order.CommandPolicy;
import io.orderweave.testing.FakeChannel;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The fixture's ledger is the restored one: what its scripted remote finds was done before the database was lost. */
class RecoveryTest {

    private final LedgerFixture it = new LedgerFixture();
    private final Recoveries recovery =
            new Recoveries(it.changes, it.ledger, it.runner, new Gate(CommandPolicy.everything()));
    private final Instant since = it.clock.instant().minus(Duration.ofHours(1));

    private void begin() {
        recovery.begin(since, LedgerFixture.ANNA);
    }

    private void beginAndPull() {
        begin();
        recovery.pulled(LedgerFixture.AWAY);
    }

    @Test
    void whatTheOutsideHasIsFoundAndNotDoneAgain() {
        EffectKey key = it.planRemote("1");
        beginAndPull();
        it.remote.answerLookup(ScriptedRemote.found("R-old"));

        it.run();

        assertThat(it.remote.calls).isEmpty();
        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
        assertThat(it.effect(key).reference()).contains("R-old");
        assertThat(it.order().tags()).containsExactly("folded-1");
        assertThat(it.events())
                .contains(
                        new EffectEvent.EffectInDoubt(key, "may have been done before the backup was restored"),
                        new EffectEvent.EffectResolved(key, "found"));
    }

    @Test
    void whatTheOutsideDoesNotHaveIsSentOnceItsAbsenceIsBelieved() {
        EffectKey key = it.planRemote("1");
        beginAndPull();

        it.run();
        assertThat(it.remote.lookedUp).hasSize(1);
        assertThat(it.remote.calls)
                .as("a call of the lost engine may still come to something")
                .isEmpty();
        it.runAfter(ScriptedRemote.DEADLINE.plus(ScriptedRemote.SETTLE).minusSeconds(1));
        assertThat(it.remote.calls).isEmpty();
        it.runAfter(Duration.ofMinutes(5));

        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
        assertThat(it.remote.calls).hasSize(1);
    }

    @Test
    void whatARepeatedIntakePlansIsAskedAfterToo() {
        beginAndPull();
        it.clock.advance(Duration.ofMinutes(5));
        it.planRemote("1");
        it.remote.answerLookup(ScriptedRemote.found("R-old"));

        it.run();

        assertThat(it.remote.calls).isEmpty();
        assertThat(it.remote.folded).hasSize(1);
    }

    @Test
    void whatIsPlannedAfterTheEndIsNew() {
        beginAndPull();
        recovery.documentsComplete(LedgerFixture.ANNA);
        EffectKey before = it.planRemote("1");
        it.clock.advance(Duration.ofSeconds(1));
        recovery.finish(LedgerFixture.ANNA);
        EffectKey after = it.planRemote("2");

        it.run();

        assertThat(it.remote.calls).extracting(RemoteCall::key).containsExactly(after);
        assertThat(it.state(before)).as("planned while it went on").isEqualTo(EffectState.IN_DOUBT);
    }

    @Test
    void anEffectIsAskedAfterOnceInEachRecovery() {
        it.planRemote("1");
        beginAndPull();
        it.run();
        it.remote.fail(FakeChannel.refused(io.orderweave.error.FaultCategory.TRANSIENT));
        it.runAfter(Duration.ofMinutes(5));
        assertThat(it.remote.calls).hasSize(1);
        int looked = it.remote.lookedUp.size();

        it.runAfter(Duration.ofMinutes(5));

        assertThat(it.remote.calls)
                .as("sent again after a refusal, without another look")
                .hasSize(2);
        assertThat(it.remote.lookedUp).hasSize(looked);
    }

    @Test
    void aKindWithAKeyIsSentAgainUnderTheSameKey() {
        it.remote.resolution = Resolution.KEY;
        EffectKey key = it.planRemote("1");
        beginAndPull();

        it.run();
        assertThat(it.remote.calls).isEmpty();
        it.runAfter(ScriptedRemote.DEADLINE);

        assertThat(it.remote.calls).extracting(RemoteCall::idempotencyKey).containsExactly(key + "#1");
    }

    @Test
    void whatCannotBeAskedAfterWaitsForAPerson() {
        for (Resolution resolution : new Resolution[] {Resolution.PERSON, Resolution.AT_MOST_ONCE}) {
            LedgerFixture other = new LedgerFixture();
            other.remote.resolution = resolution;
            EffectKey key = other.planRemote("1");
            Recoveries begun =
                    new Recoveries(other.changes, other.ledger, other.runner, new Gate(CommandPolicy.everything()));
            begun.begin(since, LedgerFixture.ANNA);
            begun.pulled(LedgerFixture.AWAY);

            other.run();
            other.runAfter(Duration.ofDays(3));

            assertThat(other.remote.calls).as(resolution.name()).isEmpty();
            assertThat(other.state(key)).isEqualTo(EffectState.IN_DOUBT);
            other.effects.resolveAsAbsent(key, LedgerFixture.ANNA);
            other.run();
            assertThat(other.state(key)).isEqualTo(EffectState.DONE);
            assertThat(other.remote.calls).hasSize(1);
        }
    }

    @Test
    void aMailWhoseAnswerIsLostAfterTheRecoveryIsNotAPersonsMatter() {
        it.remote.resolution = Resolution.AT_MOST_ONCE;
        EffectKey key = it.planRemote("1");
        beginAndPull();
        it.run();
        it.remote.fail(FakeChannel.lost());
        it.effects.resolveAsAbsent(key, LedgerFixture.ANNA);
        it.run();

        it.runAfter(Duration.ofMinutes(1));

        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
        assertThat(it.effect(key).reason()).contains("unconfirmed");
    }

    @Test
    void nothingIsSentBeforeTheIntakeIsRepeated() {
        EffectKey key = it.planRemote("1");
        begin();

        it.run();

        assertThat(it.remote.lookedUp).isEmpty();
        assertThat(it.effect(key).reason()).contains("recovery: connections [away] have not been pulled since");
        recovery.pulled(LedgerFixture.AWAY);
        it.run();
        assertThat(it.remote.lookedUp).as("woken").hasSize(1);
    }

    @Test
    void noNumberIsSpentBeforeTheDocumentsIssuedSinceAreKnown() {
        it.local.spendsNumber = true;
        EffectKey key = it.planLocal("1");
        beginAndPull();

        it.run();

        assertThat(it.local.performed).isZero();
        assertThat(it.effect(key).reason())
                .contains("recovery: the documents issued since " + since + " are not handed in");
        recovery.documentsComplete(LedgerFixture.ANNA);
        it.run();
        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
    }

    @Test
    void localKindsWithoutANumberGoOn() {
        EffectKey key = it.planLocal("1");
        begin();

        it.run();

        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
    }

    @Test
    void theStepsAreEnteredAndComeInOrder() {
        assertThatThrownBy(() -> recovery.documentsComplete(LedgerFixture.ANNA))
                .isInstanceOf(OrderweaveException.class)
                .hasMessageContaining("no recovery goes on");
        begin();
        assertThatThrownBy(this::begin).hasMessageContaining("finish it first");
        assertThatThrownBy(() -> recovery.finish(LedgerFixture.ANNA))
                .hasMessageContaining("[away] have not been pulled");
        recovery.pulled(LedgerFixture.AWAY);
        assertThatThrownBy(() -> recovery.finish(LedgerFixture.ANNA)).hasMessageContaining("documents issued since");
        recovery.documentsComplete(LedgerFixture.ANNA);
        RecoveryState finished = recovery.finish(LedgerFixture.ANNA);

        assertThat(finished.isFinished()).isTrue();
        assertThat(recovery.state()).contains(finished);
        assertThat(new JournalReader(it.stores.journal())
                        .history(Subject.configuration("operations"), 1, 100).stream()
                                .flatMap(entry -> entry.event().stream()))
                .containsExactly(
                        new EffectEvent.RecoveryBegun(since),
                        new EffectEvent.RecoveryDocumentsComplete(),
                        new EffectEvent.RecoveryFinished());
    }

    @Test
    void aBackupOfTomorrowIsRefused() {
        Instant tomorrow = it.clock.instant().plus(Duration.ofDays(1));

        assertThatThrownBy(() -> recovery.begin(tomorrow, LedgerFixture.ANNA))
                .hasMessageContaining("which is yet to come");
    }

    @Test
    void aSecondRecoveryAsksAgain() {
        EffectKey key = it.planRemote("1");
        beginAndPull();
        it.effects.pause(LedgerFixture.AWAY, "not yet", LedgerFixture.ANNA);
        it.run();
        recovery.documentsComplete(LedgerFixture.ANNA);
        recovery.finish(LedgerFixture.ANNA);
        it.clock.advance(Duration.ofHours(1));
        it.effects.resume(LedgerFixture.AWAY, LedgerFixture.ANNA);
        beginAndPull();

        it.run();

        assertThat(it.effect(key).recoveredIn()).contains(it.clock.instant());
    }

    @Test
    void aConnectionThatIsOffIsNotWaitedFor() {
        it.mode(Mode.OFF);
        Recoveries off = new Recoveries(it.changes, it.ledger, it.runner, new Gate(CommandPolicy.everything()));
        off.begin(since, LedgerFixture.ANNA);
        off.documentsComplete(LedgerFixture.ANNA);

        assertThat(off.finish(LedgerFixture.ANNA).isFinished()).isTrue();
    }

    @Test
    void anIntakeThatNoRecoveryWaitsForWakesNothing() {
        EffectKey key = it.planLocal("1");
        it.local.answer(new LocalOutcome.NotYet("no rate", Duration.ofHours(1)));
        it.run();

        recovery.pulled(LedgerFixture.AWAY);

        assertThat(it.effect(key).due()).contains(it.clock.instant().plus(Duration.ofHours(1)));
        assertThat(it.effect(key).reason()).contains("no rate");
    }
}
