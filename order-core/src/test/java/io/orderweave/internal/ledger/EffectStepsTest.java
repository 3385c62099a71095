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
import java.util.Set;
import java.util.stream.Collectors;
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
                .addCause(Cause.of(new EntryId("n1")))
                .origin(Origin.of(new EntryId("n1")))
                .due(NOW)
                .createdAt(NOW)
                .build();
    }

    @Test
    void pausesDoubleFromASecondToAQuarterOfAnHourAndSpreadOverAQuarterMore() {
        Effect effect = planned();
        long[] least = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900};

        for (long seconds : least) {
            assertThat(EffectSteps.pause(effect, Duration.ZERO))
                    .isBetween(
                            Duration.ofSeconds(seconds),
                            Duration.ofSeconds(seconds).multipliedBy(5).dividedBy(4));
            effect = EffectSteps.withAttempt(effect, putOff("again"));
        }
    }

    @Test
    void noPauseIsShorterThanTheOtherSideAskedFor() {
        assertThat(EffectSteps.pause(planned(), Duration.ofMinutes(5)))
                .isBetween(Duration.ofMinutes(5), Duration.ofSeconds(375));
    }

    @Test
    void effectsThatFailTogetherDoNotComeBackTogether() {
        Set<Duration> pauses = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> EffectSteps.pause(
                        planned().toBuilder()
                                .key(EffectKey.parse("order/o" + i + "/shipment/1"))
                                .build(),
                        Duration.ofMinutes(1)))
                .collect(Collectors.toSet());

        assertThat(pauses).hasSizeGreaterThan(80);
    }

    @Test
    void theSameEffectPausesEquallyLongWhoeverAsks() {
        assertThat(EffectSteps.pause(planned(), Duration.ZERO)).isEqualTo(EffectSteps.pause(planned(), Duration.ZERO));
    }

    private static Attempt putOff(String detail) {
        return new Attempt(NOW, "n", Attempt.Outcome.PUT_OFF, detail, Optional.empty());
    }

    @Test
    void keepsTheLastFiftyAttempts() {
        Effect effect = planned();
        for (int i = 1; i <= 60; i++) {
            effect = EffectSteps.withAttempt(effect, putOff("try " + i));
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
