package io.orderweave.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.effect.Attempt;
import io.orderweave.effect.Attempt.Outcome;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectFilter;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.Effects.RunReport;
import io.orderweave.effect.Readiness;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Subject;
import io.orderweave.internal.json.Json;
import io.orderweave.store.StoredEffect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The runner does what it can; what it cannot, or does not know, holds up nothing else. */
class RunnerTest {

    private final LedgerFixture it = new LedgerFixture();

    private StoredEffect put(String kind, int schema, String state, String json) {
        StoredEffect strange = new StoredEffect(
                "order/o1/" + kind + "/strange",
                "order/o1",
                kind,
                Optional.empty(),
                state,
                state.equals("PLANNED") ? Optional.of(it.clock.instant()) : Optional.empty(),
                it.clock.instant(),
                1,
                schema,
                json.getBytes(StandardCharsets.UTF_8));
        it.stores.effects().insertIfAbsent(strange);
        return strange;
    }

    private StoredEffect stored(StoredEffect effect) {
        return it.stores.effects().get(effect.key()).orElseThrow();
    }

    @Test
    void refusesToStartInsideATransaction() {
        it.planLocal("1");

        assertThatThrownBy(() -> it.stores.transactor().inTransaction(it::run))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("inside a transaction");
        assertThat(it.local.performed).isZero();
    }

    @Test
    void anUnknownKindIsLeftAloneByteForByteAndTheRestGoesOn() {
        EffectKey strange =
                it.plan(LedgerFixture.wish(new EffectKind("stock"), "1").build());
        byte[] json = it.stores.effects().get(strange.toString()).orElseThrow().json();
        EffectKey key = it.planLocal("1");

        it.run();

        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
        StoredEffect left = it.stores.effects().get(strange.toString()).orElseThrow();
        assertThat(left.json()).isEqualTo(json);
        assertThat(left.due()).contains(it.clock.instant().plus(Duration.ofMinutes(1)));
    }

    @Test
    void aNewerSchemaIsLeftAloneByteForByteAndTheRestGoesOn() {
        StoredEffect strange = put("invoice", 2, "PLANNED", "{\"state\":\"OF-TOMORROW\"}");
        EffectKey key = it.planLocal("1");

        assertThat(it.run()).as("left alone is not put off").isEqualTo(new RunReport(1, 0, 0, 0, 0, 0));

        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
        assertThat(stored(strange).json()).isEqualTo(strange.json());
        assertThat(stored(strange).schema()).isEqualTo(2);
        assertThat(it.effects.of(Subject.of(LedgerFixture.ORDER)))
                .extracting(Effect::key)
                .containsExactly(key);
        assertThat(it.effects.list(EffectFilter.in())).hasSize(1);
    }

    @Test
    void planningAKeyThatANewerVersionHoldsIsADuplicateAndTouchesNothing() {
        StoredEffect strange = put("invoice", 2, "CANCELLED", "{\"state\":\"OF-TOMORROW\"}");
        EffectKey key = EffectKey.parse(strange.key());

        it.plan(LedgerFixture.wish(EffectKind.INVOICE, "strange").build());

        assertThat(stored(strange).version()).isEqualTo(1);
        assertThat(stored(strange).json()).isEqualTo(strange.json());
        assertThatThrownBy(() -> it.effects.rearm(key, LedgerFixture.ANNA))
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.NEWER_SCHEMA));
    }

    @Test
    void waitsForAKeyOfANewerVersionByItsState() {
        put("invoice", 2, "DONE", "{\"state\":\"OF-TOMORROW\"}");
        EffectKey key = it.plan(LedgerFixture.wish(EffectKind.INVOICE, "2")
                .addAfter(LedgerFixture.key(EffectKind.INVOICE, "strange"))
                .build());

        it.run();

        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
    }

    @Test
    void manyThatMustWaitKeepNothingElseFromBeingDone() {
        it.health.stop(LedgerFixture.AWAY, "no token");
        int moreThanIsLookedAtAtOnce = 45;
        for (int i = 0; i < moreThanIsLookedAtAtOnce; i++) {
            it.planRemote("waiting-" + i);
        }
        it.clock.advance(Duration.ofSeconds(1));
        EffectKey last = it.planLocal("1");

        it.run();

        assertThat(it.state(last)).isEqualTo(EffectState.DONE);
    }

    @Test
    void whatMustWaitIsLookedAtTwentyAtATime() {
        AtomicInteger looks = new AtomicInteger();
        LedgerFixture counted = new LedgerFixture(stores -> new StoresAround(stores) {
            @Override
            protected void afterClaim() {
                looks.incrementAndGet();
            }
        });
        counted.health.stop(LedgerFixture.AWAY, "no token");
        for (int i = 0; i < 45; i++) {
            counted.planRemote("waiting-" + i);
        }

        counted.run();

        assertThat(looks).as("1, 20, 20, 4 and none").hasValue(5);
    }

    @Test
    void aFaultOfTheStoresReachesTheCaller() {
        LedgerFixture broken = new LedgerFixture(stores -> new StoresAround(stores) {
            @Override
            protected void afterClaim() {}

            @Override
            protected Set<String> except(Set<String> full) {
                throw new IllegalStateException("no database");
            }
        });

        assertThatThrownBy(broken::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no database");
    }

    @Test
    void oneThatCannotEvenBeLookedAtHoldsUpNothingElse() {
        EffectKey broken = it.planRemote("1");
        it.remote.prepare = context -> {
            if (context.effect().key().equals(broken)) {
                throw new OrderweaveException(FaultCategory.NOT_FOUND, "no shipment 7");
            }
            return new Readiness.Ready(Json.object().put("prepared", 1));
        };
        EffectKey remote = it.planRemote("2");
        EffectKey local = it.planLocal("1");

        RunReport report = it.run();

        assertThat(report).isEqualTo(new RunReport(2, 0, 0, 0, 1, 0));
        assertThat(it.state(remote)).isEqualTo(EffectState.DONE);
        assertThat(it.state(local)).isEqualTo(EffectState.DONE);
        assertThat(it.state(broken)).isEqualTo(EffectState.PLANNED);
        assertThat(it.effect(broken).reason()).contains("NOT_FOUND: no shipment 7");
        assertThat(it.outcomes(broken)).containsExactly(Attempt.Outcome.PUT_OFF);
        assertThat(it.effect(broken).due())
                .hasValueSatisfying(due -> assertThat(due).isAfter(it.clock.instant()));
    }

    @Test
    void oneThatCannotEvenBeReadHoldsUpNothingElse() {
        StoredEffect broken = new StoredEffect(
                "order/o0/invoice/1",
                "order/o0",
                "invoice",
                Optional.empty(),
                "PLANNED",
                Optional.of(it.clock.instant()),
                it.clock.instant(),
                1,
                1,
                "{\"id\":".getBytes(StandardCharsets.UTF_8));
        it.stores.effects().insertIfAbsent(broken);
        EffectKey key = it.planLocal("1");

        it.run();

        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
        assertThat(stored(broken).json()).isEqualTo(broken.json());
        assertThat(stored(broken).due()).contains(it.clock.instant().plus(Duration.ofMinutes(1)));
    }

    @Test
    void aListenerThatRefusesOneOrdersClaimHoldsUpNothingElse() {
        EffectKey refused = it.planRemote("1");
        it.remote.prepare = context -> context.effect().key().equals(refused)
                ? new Readiness.NotWanted("no")
                : new Readiness.Ready(Json.object().put("prepared", 1));
        EffectKey other = it.planRemote("2");
        it.listeners.add(change -> {
            if (change.events().stream().anyMatch(EffectEvent.EffectCancelled.class::isInstance)) {
                throw new IllegalArgumentException("the host cannot");
            }
        });

        it.run();

        assertThat(it.state(other)).isEqualTo(EffectState.DONE);
        assertThat(it.state(refused)).isEqualTo(EffectState.PLANNED);
        it.listeners.clear();
        it.runAfter(Duration.ofMinutes(1));
        assertThat(it.state(refused)).isEqualTo(EffectState.CANCELLED);
    }

    @Test
    void aListenersRefusalIsNotLaidToTheOnesLookedAtBesideIt() {
        List<EffectKey> keys = new ArrayList<>();
        for (String discriminator : List.of("1", "2", "3")) {
            keys.add(it.planRemote(discriminator));
            it.clock.advance(Duration.ofSeconds(1));
        }
        it.remote.prepare = context -> context.effect().key().equals(keys.get(1))
                ? new Readiness.NotWanted("no")
                : new Readiness.NotYet("no parcel", Duration.ofHours(1));
        it.listeners.add(change -> {
            if (change.events().stream().anyMatch(EffectEvent.EffectCancelled.class::isInstance)) {
                throw new IllegalArgumentException("the host cannot");
            }
        });

        it.run();

        assertThat(it.outcomes(keys.get(1))).containsExactly(Outcome.PUT_OFF);
        assertThat(it.outcomes(keys.get(2))).isEmpty();
        assertThat(it.effect(keys.get(2)).reason()).contains("no parcel");
    }

    @Test
    void anExpiredClaimWithoutAnswerIsInDoubt() {
        EffectKey key = claimed();
        it.clock.advance(Ledger.lease(ScriptedRemote.DEADLINE).minusSeconds(1));
        assertThat(it.run()).as("the lease still runs").isEqualTo(RunReport.NOTHING);

        it.runAfter(Duration.ofSeconds(1));

        assertThat(it.state(key)).isEqualTo(EffectState.IN_DOUBT);
        assertThat(it.effect(key).reason()).contains("its node ended without an answer");
        assertThat(it.remote.calls).isEmpty();
    }

    @Test
    void anExpiredClaimWithItsAnswerIsFolded() {
        EffectKey key = claimed();
        LedgerEntry entry = it.ledger.get(key);
        it.changes.run(scope -> it.ledger.save(
                EffectSteps.answered(
                        entry.effect(), Json.object().put("result", "R1"), Optional.of("R1"), it.clock.instant()),
                entry.version()));

        it.run();

        assertThat(it.state(key)).isEqualTo(EffectState.DONE);
        assertThat(it.effect(key).reference()).contains("R1");
        assertThat(it.remote.calls).isEmpty();
        assertThat(it.remote.folded).hasSize(1);
    }

    /** As a node leaves it that dies right after its claim. */
    private EffectKey claimed() {
        EffectKey key = it.planRemote("1");
        LedgerEntry entry = it.ledger.get(key);
        it.changes.run(scope -> it.ledger.save(
                EffectSteps.claimed(entry.effect(), Json.object(), it.clock.instant(), ScriptedRemote.DEADLINE),
                entry.version()));
        return key;
    }

    @Test
    void doesMoreThanOneBatch() {
        for (int i = 0; i < 45; i++) {
            it.planLocal("n" + i);
        }

        assertThat(it.run().done()).isEqualTo(45);
        assertThat(it.local.performed).isEqualTo(45);
    }

    @Test
    void aBatchFullOfBlockedOnesDoesNotHideTheRest() {
        it.change(
                LedgerFixture.ORDER,
                order -> io.orderweave.internal.book.OrderChanges.hold(
                        order, "check", "look", Optional.empty(), LedgerFixture.ANNA, it.clock.instant()));
        for (int i = 0; i < 25; i++) {
            it.planRemote("n" + i);
        }
        EffectKey free = new EffectKey(new Subject("offer", "1"), EffectKind.SHIPMENT, "1");
        it.clock.advance(Duration.ofSeconds(1));
        it.plan(io.orderweave.effect.PlannedEffect.builder()
                .key(free)
                .payload(Json.object())
                .build());
        it.remote.answer(new io.orderweave.effect.RemoteEffectHandler.RemoteAnswer.Rejected("no"));

        it.run();

        assertThat(it.state(free)).isEqualTo(EffectState.REJECTED);
    }

    @Test
    void twoHandlersOfOneKindAreAConfigurationFault() {
        assertThatThrownBy(() -> new Handlers(List.of(it.remote, new ScriptedRemote(it.remote.kind))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shipment");
    }
}
