package io.orderweave.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.OutsideFault;
import io.orderweave.effect.Attempt.Outcome;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.Effects.RunReport;
import io.orderweave.effect.Readiness;
import io.orderweave.effect.RemoteEffectHandler.RemoteAnswer;
import io.orderweave.effect.RemoteEffectHandler.RemoteCall;
import io.orderweave.effect.RemoteEffectHandler.RemoteLookup;
import io.orderweave.effect.Resolution;
import io.orderweave.error.FaultCategory;
import io.orderweave.event.Event;
import io.orderweave.testing.FakeChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An effect whose outcome nobody knows is resolved by its declared means. */
class DoubtTest {

    private static final Duration A_LOOK = Duration.ofSeconds(1);

    private final LedgerFixture it = new LedgerFixture();

    private EffectKey inDoubt(Resolution resolution) {
        it.remote.resolution = resolution;
        it.remote.fail(FakeChannel.lost());
        EffectKey key = it.planRemote("1");
        assertThat(it.run()).isEqualTo(new RunReport(0, 0, 0, 1, 0, 0));
        assertThat(it.state(key)).isEqualTo(EffectState.IN_DOUBT);
        return key;
    }

    @Test
    void aLostAnswerIsInDoubtWithItsReasonAndTheRemoteRequest() {
        EffectKey key = inDoubt(Resolution.LOOKUP);

        assertThat(it.effect(key).reason()).contains("TRANSIENT: no answer (remote request req-1)");
        assertThat(it.effect(key).attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.outcome()).isEqualTo(Outcome.IN_DOUBT);
            assertThat(attempt.remoteRequestId()).contains("req-1");
            assertThat(attempt.node()).isEqualTo("node-1");
        });
        assertThat(it.events())
                .contains(new EffectEvent.EffectInDoubt(key, "TRANSIENT: no answer (remote request req-1)"));
        assertThat(it.effect(key).due()).contains(it.clock.instant().plus(A_LOOK));
    }

    @Test
    void anUnforeseenFaultOfTheCallIsDoubtAndItsMessageIsNotKept() {
        it.remote.fail(new IllegalStateException("Jan Przykładowy, Polna 1"));
        EffectKey key = it.planRemote("1");

        it.run();

        assertThat(it.state(key)).isEqualTo(EffectState.IN_DOUBT);
        assertThat(it.effect(key).reason()).contains("java.lang.IllegalStateException");
        assertThat(it.effect(key).attempts())
                .allSatisfy(attempt -> assertThat(attempt.detail()).doesNotContain("Przykładowy"));
        assertThat(it.events())
                .noneSatisfy(event -> assertThat(event.toString()).contains("Polna"));
    }

    @Test
    void whatALookupFindsIsFoldedAndNotSentAgain() {
        EffectKey key = inDoubt(Resolution.LOOKUP);
        it.remote.answerLookup(ScriptedRemote.found("R1"));

        assertThat(it.runAfter(A_LOOK).done()).isEqualTo(1);

        assertThat(it.effect(key).reference()).contains("R1");
        assertThat(it.outcomes(key)).containsExactly(Outcome.IN_DOUBT, Outcome.FOUND);
        assertThat(it.remote.folded).hasSize(1);
        assertThat(it.remote.calls).hasSize(1);
        assertThat(it.events()).contains(new EffectEvent.EffectResolved(key, "found"));
    }

    @Test
    void whatALookupFindsUnderwayIsAskedAfterByItsHandle() {
        EffectKey key = inDoubt(Resolution.LOOKUP);
        it.remote.answerLookup(new RemoteLookup.Underway("h1"));

        RunReport report = it.runAfter(A_LOOK);

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(it.remote.resumed).containsExactly("h1");
        assertThat(it.remote.calls).hasSize(1);
        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
        assertThat(it.events()).contains(new EffectEvent.EffectResolved(key, "the other side has begun it"));
    }

    @Test
    void anAbsenceIsBelievedOnlyAfterTheDeadlineAndTheSettleTime() {
        EffectKey key = inDoubt(Resolution.LOOKUP);
        Instant believed = it.clock.instant().plus(ScriptedRemote.DEADLINE).plus(ScriptedRemote.SETTLE);

        while (it.clock.instant().isBefore(believed)) {
            assertThat(it.remote.calls).hasSize(1);
            assertThat(it.state(key)).isEqualTo(EffectState.IN_DOUBT);
            Instant look = it.effect(key).due().orElseThrow();
            assertThat(look).isAfter(it.clock.instant()).isBeforeOrEqualTo(believed);
            it.runAfter(Duration.between(it.clock.instant(), look));
        }

        assertThat(it.clock.instant()).isEqualTo(believed);
        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
        assertThat(it.remote.calls).hasSize(2);
        assertThat(it.remote.lookedUp.size()).isGreaterThan(3);
        assertThat(it.remote.sentRequests()).containsExactly(1, 2);
        assertThat(it.events()).contains(new EffectEvent.EffectResolved(key, "absent"));
    }

    @Test
    void aLookupThatFailsIsRepeatedAfterWhatTheOtherSideAskedFor() {
        EffectKey key = inDoubt(Resolution.LOOKUP);
        it.remote.failLookup(OutsideFault.of(FaultCategory.TRANSIENT, OutsideFault.Reached.NO, "busy")
                .retryAfter(Optional.of(Duration.ofMinutes(7)))
                .build());

        it.runAfter(A_LOOK);

        assertThat(it.state(key)).isEqualTo(EffectState.IN_DOUBT);
        assertThat(it.effect(key).due())
                .hasValueSatisfying(due -> assertThat(due)
                        .isBetween(
                                it.clock.instant().plusSeconds(420),
                                it.clock.instant().plusSeconds(525)));
        assertThat(it.outcomes(key)).containsExactly(Outcome.IN_DOUBT, Outcome.PUT_OFF);
    }

    @Test
    void aLookupThatFailsInAnUnforeseenWayIsRepeated() {
        EffectKey key = inDoubt(Resolution.LOOKUP);
        it.remote.failLookup(new IllegalStateException("broken"));
        it.remote.answerLookup(ScriptedRemote.found("R1"));

        it.runAfter(A_LOOK);
        assertThat(it.state(key)).isEqualTo(EffectState.IN_DOUBT);
        it.runAfter(Duration.ofMinutes(1));

        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
        assertThat(it.remote.calls).hasSize(1);
    }

    @Test
    void aLookupRefusedForItsCredentialsStopsTheConnection() {
        inDoubt(Resolution.LOOKUP);
        it.remote.failLookup(FakeChannel.refused(FaultCategory.AUTHORISATION));

        it.runAfter(A_LOOK);

        assertThat(it.health.stopped(LedgerFixture.AWAY)).contains("AUTHORISATION: refused");
    }

    @Test
    void anOverwritingKindIsSentAgainOnceTheDeadlineHasPassed() {
        EffectKey key = inDoubt(Resolution.OVERWRITE);

        it.runAfter(A_LOOK);
        assertThat(it.state(key)).isEqualTo(EffectState.IN_DOUBT);
        assertThat(it.effect(key).reason()).contains("TRANSIENT: no answer (remote request req-1)");
        assertThat(it.remote.calls).hasSize(1);
        it.runAfter(ScriptedRemote.DEADLINE.minus(A_LOOK));

        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
        assertThat(it.remote.sentRequests()).containsExactly(1, 2);
        assertThat(it.remote.lookedUp).isEmpty();
    }

    @Test
    void anOverwritingKindIsNotSentAgainWhenItIsSuperseded() {
        EffectKey key = inDoubt(Resolution.OVERWRITE);
        it.remote.prepare = context -> new Readiness.NotWanted("superseded");

        it.runAfter(ScriptedRemote.DEADLINE);

        assertThat(it.state(key)).isEqualTo(EffectState.CANCELLED);
        assertThat(it.effect(key).reason()).contains("superseded");
        assertThat(it.remote.calls).hasSize(1);
    }

    @Test
    void aKeyedKindIsSentAgainWithTheSameKeyAndTheFrozenRequest() {
        EffectKey key = inDoubt(Resolution.KEY);

        it.runAfter(ScriptedRemote.DEADLINE);

        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
        assertThat(it.remote.calls)
                .hasSize(2)
                .extracting(RemoteCall::idempotencyKey)
                .containsOnly("order/o1/shipment/1#1");
        assertThat(it.remote.sentRequests()).containsExactly(1, 1);
        assertThat(it.remote.prepared).isEqualTo(1);
    }

    @Test
    void aPersonsKindWaitsForThePerson() {
        EffectKey key = inDoubt(Resolution.PERSON);

        assertThat(it.runAfter(Duration.ofDays(30))).isEqualTo(RunReport.NOTHING);
        assertThat(it.effect(key).due()).isEmpty();
        assertThat(it.remote.calls).hasSize(1);
        assertThat(it.remote.lookedUp).isEmpty();
    }

    @Test
    void aKindThatBecomesAPersonsIsLookedAtNoMore() {
        EffectKey key = inDoubt(Resolution.LOOKUP);
        it.remote.resolution = Resolution.PERSON;

        it.runAfter(A_LOOK);

        assertThat(it.state(key)).isEqualTo(EffectState.IN_DOUBT);
        assertThat(it.effect(key).reason()).contains("TRANSIENT: no answer (remote request req-1)");
        assertThat(it.remote.lookedUp).isEmpty();
        it.runAfter(LedgerFixture.ALERT);
        assertThat(it.effect(key).due()).isEmpty();
    }

    @Test
    void aDoubtThatLastsIsToldOnceAndOnlyAfterTheLimit() {
        Instant since = it.clock.instant();
        EffectKey key = inDoubt(Resolution.PERSON);

        it.runAfter(LedgerFixture.ALERT.minusSeconds(1));
        assertThat(unresolved()).isEmpty();
        it.runAfter(Duration.ofSeconds(1));
        it.runAfter(Duration.ofDays(1));

        assertThat(unresolved())
                .containsExactly(
                        new EffectEvent.EffectUnresolved(key, since, "TRANSIENT: no answer (remote request req-1)"));
        assertThat(it.effect(key).doubtAnnounced()).isTrue();
    }

    @Test
    void aDoubtThatIsLookedUpInVainIsToldToo() {
        EffectKey key = inDoubt(Resolution.LOOKUP);
        it.remote.settleTime = Duration.ofHours(3);

        for (int minutes = 0; minutes < 90; minutes += 10) {
            it.runAfter(Duration.ofMinutes(10));
        }

        assertThat(it.state(key)).isEqualTo(EffectState.IN_DOUBT);
        assertThat(unresolved()).hasSize(1);
    }

    @Test
    void aNewDoubtOfTheSameEffectIsToldAgain() {
        EffectKey key = inDoubt(Resolution.PERSON);
        it.runAfter(LedgerFixture.ALERT);
        it.remote.fail(FakeChannel.lost());
        it.effects.resolveAsAbsent(key, LedgerFixture.ANNA);
        assertThat(it.effect(key).doubtSince()).isEmpty();
        it.run();

        it.runAfter(LedgerFixture.ALERT);

        assertThat(unresolved()).hasSize(2);
    }

    private List<Event> unresolved() {
        return it.events().stream()
                .filter(EffectEvent.EffectUnresolved.class::isInstance)
                .toList();
    }

    @Test
    void anAtMostOnceKindIsDoneUnconfirmedAndNeverSentAgain() {
        EffectKey key = inDoubt(Resolution.AT_MOST_ONCE);

        RunReport report = it.runAfter(A_LOOK);

        assertThat(report.done()).isEqualTo(1);
        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
        assertThat(it.effect(key).reason()).contains("unconfirmed");
        assertThat(it.remote.calls).hasSize(1);
        assertThat(it.remote.folded).isEmpty();
        assertThat(it.events()).contains(new EffectEvent.EffectResolved(key, "unconfirmed"));
    }

    @Test
    void anAcceptedOneNotFinishedInTimeIsInDoubtAndLookedUp() {
        it.remote.answer(new RemoteAnswer.Accepted("h1", Duration.ofHours(2), Duration.ofHours(1)));
        EffectKey key = it.planRemote("1");
        it.run();

        it.runAfter(Duration.ofHours(2));

        assertThat(it.state(key)).isEqualTo(EffectState.IN_DOUBT);
        assertThat(it.effect(key).reason().orElseThrow()).startsWith("accepted, and not finished by ");
        assertThat(it.remote.resumed).isEmpty();
        it.remote.answerLookup(ScriptedRemote.found("R1"));
        it.runAfter(A_LOOK);
        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
        assertThat(it.remote.calls).hasSize(1);
    }

    @Test
    void aDoubtThatIsLookedUpInVainIsNotToldBeforeTheLimit() {
        EffectKey key = inDoubt(Resolution.LOOKUP);

        it.runAfter(A_LOOK);

        assertThat(it.remote.lookedUp).hasSize(1);
        assertThat(unresolved()).isEmpty();
        assertThat(it.effect(key).doubtAnnounced()).isFalse();
    }

    @Test
    void aPersonsKindIsNotLookedAtBeforeItMustBeTold() {
        EffectKey key = inDoubt(Resolution.PERSON);

        assertThat(it.effect(key).due()).contains(it.clock.instant().plus(LedgerFixture.ALERT));
    }
}
