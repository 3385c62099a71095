package io.orderweave.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.effect.Attempt;
import io.orderweave.effect.Cause;
import io.orderweave.effect.Effect;
import io.orderweave.effect.EffectKey;
import io.orderweave.effect.EffectState;
import io.orderweave.effect.Origin;
import io.orderweave.id.EffectId;
import io.orderweave.id.EntryId;
import io.orderweave.internal.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EffectStepsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static Effect planned() {
        return Effect.builder()
                .id(new EffectId("e1"))
                .key(EffectKey.parse("order/o1/shipment/1"))
                .payload(Json.object())
                .state(EffectState.PLANNED)
                .addCause(new Cause(new EntryId("n1"), Optional.empty()))
                .origin(Origin.of(new EntryId("n1")))
                .due(NOW)
                .createdAt(NOW)
                .build();
    }

    @Test
    void pausesDoubleFromASecondToAQuarterOfAnHour() {
        assertThat(IntStream.of(-1, 0, 1, 2, 5, 9, 10, 64, 5_000).mapToObj(EffectSteps::pause))
                .extracting(Duration::toSeconds)
                .containsExactly(1L, 1L, 2L, 4L, 32L, 512L, 900L, 900L, 900L);
    }

    @Test
    void keepsTheLastFiftyAttempts() {
        Effect effect = planned();
        for (int i = 1; i <= 60; i++) {
            effect = EffectSteps.withAttempt(
                    effect, new Attempt(NOW, "n", Attempt.Outcome.PUT_OFF, "try " + i, Optional.empty()));
        }

        assertThat(effect.attempts()).hasSize(50);
        assertThat(effect.attempts().get(0).detail()).isEqualTo("try 11");
        assertThat(effect.attempts().get(49).detail()).isEqualTo("try 60");
    }

    @Test
    void aClaimForgetsTheAnswerAndReasonOfEarlierOnes() {
        Effect before =
                planned().toBuilder().answer(Json.object()).reason("held").build();

        Effect claimed = EffectSteps.claimed(before, Json.object(), NOW, Duration.ofSeconds(30));

        assertThat(claimed.answer()).isEmpty();
        assertThat(claimed.reason()).isEmpty();
        assertThat(claimed.due()).contains(NOW.plusSeconds(90));
    }

    @Test
    void whatPausesIsNotBlockedUntilThePauseIsOver() {
        Effect paused = EffectSteps.plannedAgain(planned(), "busy", NOW.plusSeconds(60));

        assertThat(EffectSteps.isBlocked(paused, NOW)).isFalse();
        assertThat(EffectSteps.isBlocked(paused, NOW.plusSeconds(60))).isTrue();
        assertThat(EffectSteps.isBlocked(EffectSteps.blocked(planned(), "held", NOW.plusSeconds(600)), NOW))
                .isTrue();
        assertThat(EffectSteps.isBlocked(planned(), NOW)).isFalse();
        assertThat(EffectSteps.isBlocked(EffectSteps.rejected(planned(), "no"), NOW))
                .isFalse();
    }

    @Test
    void finalStatesAreThoseInWhichNothingHappens() {
        assertThat(List.of(EffectState.values()))
                .filteredOn(EffectState::isFinal)
                .containsExactly(EffectState.DONE, EffectState.REJECTED, EffectState.CANCELLED);
    }
}
