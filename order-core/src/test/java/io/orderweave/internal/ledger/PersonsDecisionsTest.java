package io.orderweave.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectFilter;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.Effects;
import io.orderweave.effect.Resolution;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Event;
import io.orderweave.event.Subject;
import io.orderweave.internal.book.Gate;
import io.orderweave.order.Order;
import io.orderweave.testing.FakeChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a person decides about an effect. */
class PersonsDecisionsTest {

    private final LedgerFixture it = new LedgerFixture();

    private EffectKey inDoubt() {
        it.remote.resolution = Resolution.PERSON;
        it.remote.fail(FakeChannel.lost());
        EffectKey key = it.planRemote("1");
        it.run();
        return key;
    }

    private void assertEnteredByAnna(Event event) {
        assertThat(it.history())
                .filteredOn(entry -> entry.event().equals(Optional.of(event)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.actor()).isEqualTo(LedgerFixture.ANNA));
    }

    private static void refused(FaultCategory category, String part, ThrowingCallable command) {
        assertThatThrownBy(command)
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(category))
                .hasMessageContaining(part);
    }

    @Test
    void resolvedAsDoneItIsFoldedAndNotSentAgain() {
        EffectKey key = inDoubt();

        Effect resolved = it.effects.resolveAsDone(key, "R-77", LedgerFixture.ANNA);
        assertThat(resolved.state()).isEqualTo(EffectState.CLAIMED);
        it.run();

        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
        assertThat(it.effect(key).reference()).contains("R-77");
        assertThat(it.remote.folded).containsExactly(it.remote.told.orElseThrow());
        assertThat(it.remote.calls).hasSize(1);
        assertEnteredByAnna(new EffectEvent.EffectResolved(key, "done, says a person"));
    }

    @Test
    void aReferenceThatTellsNothingResolvesNothing() {
        EffectKey key = inDoubt();
        it.remote.told = Optional.empty();

        refused(
                FaultCategory.INVALID_REQUEST,
                "does not tell what happened",
                () -> it.effects.resolveAsDone(key, "?", LedgerFixture.ANNA));
        assertThat(it.state(key)).isEqualTo(EffectState.IN_DOUBT);
    }

    @Test
    void resolvedAsAbsentItIsSentAgainUnderTheSameArming() {
        EffectKey key = inDoubt();

        it.effects.resolveAsAbsent(key, LedgerFixture.ANNA);
        it.run();

        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
        assertThat(it.remote.calls)
                .hasSize(2)
                .extracting(call -> call.idempotencyKey())
                .containsOnly(key + "#1");
        assertEnteredByAnna(new EffectEvent.EffectResolved(key, "absent, says a person"));
    }

    @Test
    void onlyWhatIsInDoubtIsResolved() {
        EffectKey key = it.planRemote("1");

        refused(
                FaultCategory.INVALID_REQUEST,
                "is PLANNED; effects.resolveAsDone needs one of [IN_DOUBT]",
                () -> it.effects.resolveAsDone(key, "R", LedgerFixture.ANNA));
        refused(FaultCategory.INVALID_REQUEST, "is PLANNED", () -> it.effects.resolveAsAbsent(key, LedgerFixture.ANNA));
        refused(FaultCategory.INVALID_REQUEST, "is PLANNED", () -> it.effects.rearm(key, LedgerFixture.ANNA));
    }

    @Test
    void onlyWhatIsPlannedIsCancelled() {
        EffectKey key = it.planRemote("1");
        Effect cancelled = it.effects.cancel(key, "by phone", LedgerFixture.ANNA);

        assertThat(cancelled.state()).isEqualTo(EffectState.CANCELLED);
        assertThat(cancelled.cancelledByPerson()).isTrue();
        assertEnteredByAnna(new EffectEvent.EffectCancelled(key, "by phone"));
        refused(
                FaultCategory.INVALID_REQUEST,
                "is CANCELLED",
                () -> it.effects.cancel(key, "again", LedgerFixture.ANNA));
        it.run();
        assertThat(it.remote.calls).isEmpty();
    }

    @Test
    void anUnknownKeyIsNotFound() {
        EffectKey key = LedgerFixture.key(EffectKind.SHIPMENT, "none");

        assertThat(it.effects.find(key)).isEmpty();
        refused(FaultCategory.NOT_FOUND, key.toString(), () -> it.effects.rearm(key, LedgerFixture.ANNA));
    }

    @Test
    void thePolicyIsAskedWithTheOrder() {
        List<Optional<Order>> asked = new ArrayList<>();
        Gate gate = new Gate((actor, command, order) -> {
            asked.add(order);
            return !command.equals("effects.cancel");
        });
        Effects effects = new EffectsService(it.changes, it.ledger, it.handlers, it.runner, gate);
        EffectKey key = it.planRemote("1");

        refused(FaultCategory.FORBIDDEN, "effects.cancel", () -> effects.cancel(key, "no", LedgerFixture.ANNA));

        assertThat(it.state(key)).isEqualTo(EffectState.PLANNED);
        assertThat(asked).containsExactly(Optional.of(it.order()));
    }

    @Test
    void listsAndCountsByState() {
        EffectKey done = it.planRemote("1");
        it.run();
        EffectKey planned = it.planLocal("1");

        assertThat(it.effects.counts()).isEqualTo(Map.of(EffectState.DONE, 1L, EffectState.PLANNED, 1L));
        assertThat(it.effects.list(EffectFilter.in(EffectState.PLANNED)))
                .extracting(Effect::key)
                .containsExactly(planned);
        assertThat(it.effects.list(EffectFilter.in())).hasSize(2);
        assertThat(it.effects.list(EffectFilter.builder().limit(1).build())).hasSize(1);
        assertThat(it.effects.of(Subject.of(LedgerFixture.ORDER)))
                .extracting(Effect::key)
                .containsExactlyInAnyOrder(done, planned);
    }

    @Test
    void aPersonFasterThanALookupWins() {
        it.remote.fail(FakeChannel.lost());
        EffectKey key = it.planRemote("1");
        it.run();
        it.remote.lookups.add(() -> {
            it.effects.resolveAsDone(key, "R-77", LedgerFixture.ANNA);
            return ScriptedRemote.found("R-other");
        });

        it.runAfter(java.time.Duration.ofSeconds(1));

        assertThat(it.effect(key).reference()).contains("R-77");
        assertThat(it.remote.folded).hasSize(1);
    }

    @Test
    void anEffectOfAnotherSubjectIsEnteredInThatSubjectsJournal() {
        Subject offer = new Subject("offer", "77");
        EffectKey key = new EffectKey(offer, EffectKind.SHIPMENT, "1");
        it.plan(io.orderweave.effect.PlannedEffect.builder()
                .key(key)
                .connection(LedgerFixture.AWAY)
                .payload(io.orderweave.internal.json.Json.object())
                .build());

        it.effects.cancel(key, "sold out", LedgerFixture.ANNA);

        assertThat(new io.orderweave.internal.journal.JournalReader(it.stores.journal()).history(offer, 1, 10))
                .singleElement()
                .satisfies(
                        entry -> assertThat(entry.event()).contains(new EffectEvent.EffectCancelled(key, "sold out")));
    }
}
