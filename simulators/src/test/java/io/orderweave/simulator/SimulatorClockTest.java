package io.orderweave.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SimulatorClockTest {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    private final SimulatorClock clock = SimulatorClock.at(START);

    @Test
    void standsStillUntilMoved() {
        assertThat(clock.instant()).isEqualTo(START).isEqualTo(clock.instant());

        clock.advance(Duration.ofMinutes(5));

        assertThat(clock.instant()).isEqualTo("2026-11-21T10:05:00Z");
    }

    @Test
    void movesToAnyMomentAlsoBack() {
        clock.moveTo(Instant.parse("2026-01-01T00:00:00Z"));

        assertThat(clock.instant()).isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void doesNotAdvanceBackwards() {
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void followsAnotherClockAtADistance() {
        SimulatorClock other = SimulatorClock.at(START);
        SimulatorClock following = SimulatorClock.following(other);
        following.advance(Duration.ofHours(1));

        other.advance(Duration.ofSeconds(7));

        assertThat(following.instant()).isEqualTo("2026-11-21T11:00:07Z");
    }

    @Test
    void movesItsOtherZonesToo() {
        Clock prague = clock.withZone(ZoneId.of("Europe/Prague"));

        clock.advance(Duration.ofDays(1));

        assertThat(prague.instant()).isEqualTo(clock.instant());
        assertThat(prague.getZone()).isEqualTo(ZoneId.of("Europe/Prague"));
    }
}
