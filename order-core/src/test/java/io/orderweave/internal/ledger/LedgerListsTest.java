package io.orderweave.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.effect.Backlog;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectFilter;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectKind;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.UnknownEffect;
import io.orderweave.store.StoredEffect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LedgerListsTest {

    private final LedgerFixture it = new LedgerFixture();

    private List<EffectKey> list(EffectFilter.Builder filter) {
        return it.effects.list(filter.build()).stream().map(Effect::key).toList();
    }

    @Test
    void listsByStateKindConnectionAndAge() {
        EffectKey old = it.planRemote("1");
        it.clock.advance(Duration.ofMinutes(1));
        Instant between = it.clock.instant();
        it.clock.advance(Duration.ofMinutes(1));
        EffectKey local = it.planLocal("1");
        EffectKey young = it.planRemote("2");
        it.effects.cancel(young, "no", LedgerFixture.ANNA);

        assertThat(list(EffectFilter.builder().addStates(EffectState.PLANNED))).containsExactly(old, local);
        assertThat(list(EffectFilter.builder().addKind(EffectKind.INVOICE))).containsExactly(local);
        assertThat(list(EffectFilter.builder().connection(LedgerFixture.AWAY))).containsExactlyInAnyOrder(old, young);
        assertThat(list(EffectFilter.builder().plannedBefore(between))).containsExactly(old);
        assertThat(list(EffectFilter.builder()
                        .addStates(EffectState.PLANNED)
                        .connection(LedgerFixture.AWAY)
                        .plannedBefore(between)))
                .containsExactly(old);
    }

    @Test
    void pagesFollowOneAnother() {
        EffectKey first = it.planRemote("1");
        EffectKey second = it.planRemote("2");
        EffectKey third = it.planRemote("3");

        List<EffectKey> page = list(EffectFilter.builder().limit(2));
        assertThat(page).containsExactly(first, second);
        assertThat(list(EffectFilter.builder().limit(2).after(second))).containsExactly(third);
    }

    @Test
    void aLimitOutOfRangeIsRefused() {
        assertThatThrownBy(() -> EffectFilter.builder().limit(0).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10,000: 0");
        assertThatThrownBy(() -> EffectFilter.builder().limit(10_001).build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theBacklogIsWhatIsNotFinishedAndWhatWasRefused() {
        EffectKey done = it.planRemote("1");
        it.run();
        assertThat(it.state(done)).isEqualTo(EffectState.DONE);
        it.remote.answer(new io.orderweave.effect.RemoteEffectHandler.RemoteAnswer.Rejected("no"));
        it.planRemote("2");
        it.run();
        it.clock.advance(Duration.ofMinutes(5));
        Instant planned = it.clock.instant();
        it.planLocal("1");
        it.planLocal("2");

        assertThat(it.effects.backlog())
                .containsExactly(
                        new Backlog(
                                EffectKind.SHIPMENT,
                                Optional.of(LedgerFixture.AWAY),
                                EffectState.REJECTED,
                                1,
                                planned.minus(Duration.ofMinutes(5))),
                        new Backlog(EffectKind.INVOICE, Optional.empty(), EffectState.PLANNED, 2, planned));
    }

    @Test
    void whatNobodyHereCanDoIsShownAndLeftAlone() {
        Instant now = it.clock.instant();
        put("order/o1/invoice/9", "invoice", 2);
        put("order/o1/teleport/1", "teleport", 1);
        it.planRemote("1");

        it.run();

        assertThat(it.effects.unknown(10))
                .containsExactly(
                        new UnknownEffect("order/o1/invoice/9", "invoice", "PLANNED", 2, now),
                        new UnknownEffect("order/o1/teleport/1", "teleport", "PLANNED", 1, now));
        assertThat(it.effects.unknown(1)).hasSize(1);
    }

    @Test
    void whatIsFinishedIsNobodysConcern() {
        put("order/o1/teleport/1", "teleport", "DONE", 1);
        put("order/o1/teleport/2", "teleport", "PLANNED", 1);

        assertThat(it.effects.unknown(10)).extracting(UnknownEffect::key).containsExactly("order/o1/teleport/2");
    }

    @Test
    void aStateThatOnlyANewerVersionKnowsIsNotCounted() {
        it.stores
                .effects()
                .insertIfAbsent(new StoredEffect(
                        "order/o1/invoice/9",
                        "order/o1",
                        "invoice",
                        Optional.empty(),
                        "DREAMING",
                        Optional.empty(),
                        it.clock.instant(),
                        1,
                        2,
                        "{}".getBytes(StandardCharsets.UTF_8)));
        it.planLocal("1");

        assertThat(it.effects.counts()).containsOnlyKeys(EffectState.PLANNED);
    }

    private void put(String key, String kind, int schema) {
        put(key, kind, "PLANNED", schema);
    }

    private void put(String key, String kind, String state, int schema) {
        it.stores
                .effects()
                .insertIfAbsent(new StoredEffect(
                        key,
                        "order/o1",
                        kind,
                        Optional.empty(),
                        state,
                        Optional.empty(),
                        it.clock.instant(),
                        1,
                        schema,
                        "{}".getBytes(StandardCharsets.UTF_8)));
    }
}
