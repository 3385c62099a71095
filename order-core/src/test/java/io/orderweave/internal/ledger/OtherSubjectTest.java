package io.orderweave.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.effect.EffectEvent;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.Effects;
import io.orderweave.effect.LocalEffectHandler.LocalOutcome;
import io.orderweave.effect.PlannedEffect;
import io.orderweave.event.Subject;
import io.orderweave.internal.book.Gate;
import io.orderweave.internal.book.OrderChanges;
import io.orderweave.internal.journal.JournalReader;
import io.orderweave.internal.json.Json;
import io.orderweave.order.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An effect of another subject has nothing to do with an order, though one has the same id. */
class OtherSubjectTest {

    private static final EffectKey BATCH =
            new EffectKey(new Subject("batch", LedgerFixture.ORDER.value()), EffectKind.INVOICE, "1");

    private final LedgerFixture it = new LedgerFixture();

    private void plan() {
        it.plan(PlannedEffect.builder().key(BATCH).payload(Json.object()).build());
    }

    @Test
    void theOrdersHoldDoesNotBlockIt() {
        it.change(
                LedgerFixture.ORDER,
                order -> OrderChanges.hold(
                        order, "check", "look first", Optional.empty(), LedgerFixture.ANNA, it.clock.instant()));
        plan();

        it.run();

        assertThat(it.state(BATCH)).isEqualTo(EffectState.DONE);
    }

    @Test
    void aPersonMayAskForIt() {
        it.effects.plan(
                PlannedEffect.builder().key(BATCH).payload(Json.object()).build(), LedgerFixture.ANNA);

        it.run();

        assertThat(it.state(BATCH)).isEqualTo(EffectState.DONE);
        assertThat(new JournalReader(it.stores.journal())
                        .history(BATCH.subject(), 1, 10).stream().flatMap(entry -> entry.event().stream()))
                .contains(new EffectEvent.EffectRequested(BATCH));
        assertThat(it.events()).doesNotContain(new EffectEvent.EffectRequested(BATCH));
    }

    @Test
    void thePolicyIsAskedWithoutAnOrder() {
        List<Optional<Order>> asked = new ArrayList<>();
        Gate gate = new Gate((actor, command, order) -> asked.add(order));
        Effects effects = new EffectsService(it.changes, it.ledger, it.handlers, it.runner, gate);
        plan();
        EffectKey onOrder = it.planLocal("1");

        effects.cancel(BATCH, "no longer", LedgerFixture.ANNA);
        effects.cancel(onOrder, "no longer", LedgerFixture.ANNA);

        assertThat(asked).containsExactly(Optional.empty(), Optional.of(it.order()));
    }

    @Test
    void isArmedAgainWithoutAnEntryInTheOrdersJournal() {
        it.local.answer(new LocalOutcome.Impossible("not yet"));
        plan();
        it.run();
        assertThat(it.state(BATCH)).isEqualTo(EffectState.REJECTED);

        plan();
        it.run();

        assertThat(it.state(BATCH)).isEqualTo(EffectState.DONE);
        assertThat(it.effect(BATCH).arming()).isEqualTo(2);
        assertThat(it.history()).noneMatch(entry -> entry.name().name().equals("effect.rearmed"));
    }
}
